import type { ReactNode } from "react";
import { role } from "../table/table-roles.ts";

/** A column of an office's table. `sort` makes its head a link that sorts by it. */
export type OfficeColumn = Readonly<{
  title: string;
  number?: boolean;
  /** Holds sentences, and is not to be squeezed. */
  wide?: boolean;
  sort?: Readonly<{ href: string; now: "ascending" | "descending" | null }>;
}>;

/** A row: what it is about, and a cell for each further column; one that is null is not there on a phone. */
export type OfficeRow = Readonly<{ key: string; about: ReactNode; cells: readonly ReactNode[]; late?: boolean }>;

type Props = { label: string; columns: readonly OfficeColumn[]; rows: readonly OfficeRow[] };

/**
 * A dense table of the office. On a phone each row is a block: what it is about, and under it each cell after its column's
 * name. Roles are written out, as some browsers forget them when a table is laid out in another way.
 */
export function OfficeTable({ label, columns, rows }: Props) {
  const kind = (i: number) => (columns[i]?.number ? "number" : columns[i]?.wide ? "wide" : undefined);
  return (
    <table className="office-table" role={role.table} aria-label={label}>
      <thead role={role.rowgroup}>
        <tr role={role.row}>
          {columns.map((column, i) => (
            <Head key={column.title} {...column} kind={kind(i)} />
          ))}
        </tr>
      </thead>
      <tbody role={role.rowgroup}>
        {rows.map((row) => (
          <tr key={row.key} role={role.row} className={row.late ? "late" : undefined}>
            <th scope="row" role={role.rowheader}>
              {row.about}
            </th>
            {row.cells.map((cell, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
              <td key={i} role={role.cell} className={kind(i + 1)}>
                {cell !== null && (
                  <span className="cell-name" aria-hidden="true">
                    {columns[i + 1]?.title}
                  </span>
                )}
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Head({ title, sort, kind }: OfficeColumn & { kind: string | undefined }) {
  return (
    <th scope="col" role={role.columnheader} className={kind} aria-sort={sort ? (sort.now ?? "none") : undefined}>
      {sort ? (
        <a href={sort.href}>
          {title}
          {sort.now && <span aria-hidden="true">{sort.now === "ascending" ? " ↑" : " ↓"}</span>}
        </a>
      ) : (
        title
      )}
    </th>
  );
}
