import type { ReactNode } from "react";
import { role } from "./table-roles.ts";

/** A column of a stacked table; words stand left, numbers right. */
export type StackedColumn = Readonly<{ title: ReactNode; words?: boolean }>;

/** A row of a stacked table: what it is about, and a cell for each further column. */
export type StackedRow = Readonly<{ key: string; about: ReactNode; cells: readonly ReactNode[] }>;

type Props = { label: string; about: ReactNode; columns: readonly StackedColumn[]; rows: readonly StackedRow[] };

/**
 * A table of a name and some numbers. On a phone each name stands on a line of its own with its numbers under it, so
 * that nothing has to be moved sideways. Roles are written out, as some browsers forget them when a table is laid out
 * in another way.
 */
export function StackedTable({ label, about, columns, rows }: Props) {
  const kind = (i: number) => (columns[i]?.words ? "words" : undefined);
  return (
    <table className="stacked" role={role.table} aria-label={label}>
      <thead role={role.rowgroup}>
        <tr role={role.row}>
          <th scope="col" role={role.columnheader}>
            {about}
          </th>
          {columns.map(({ title }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
            <th key={i} scope="col" role={role.columnheader} className={kind(i)}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role={role.rowgroup}>
        {rows.map((row) => (
          <tr key={row.key} role={role.row}>
            <th scope="row" role={role.rowheader}>
              {row.about}
            </th>
            {row.cells.map((cell, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
              <td key={i} role={role.cell} className={kind(i)}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
