import type { RankRange } from "@evenspan/domain/figures/comparison.rules";
import type { Figure } from "@evenspan/domain/figures/figure";
import { intervalText, periodWords } from "@evenspan/domain/figures/figure-words";
import { gazetteer } from "@evenspan/domain/places/gazetteer";
import type { PlaceId } from "@evenspan/domain/places/place";
import { FigureValue } from "../../parts/figure/figure-value.tsx";
import { Scrolled } from "../../parts/table/scrolled.tsx";
import { decimalsOf } from "../../words/kind-words.ts";
import { placeLabel, sideLabel } from "../../words/place-words.ts";
import { type FigureKind, kindQuery, placeSlug } from "../release-index.ts";
import { useVisit, type Visit } from "../visit.ts";

/** One area with its figure and the positions that it may hold, 1 being the highest value. */
export type AreaRow = Readonly<{ figure: Figure; rank: RankRange | null }>;

/** What the table can be ordered by. */
export type SortKey = "name" | "side" | "value";

/** Whether a word is a way to order the table. */
export const isSort = (word: string | undefined): word is SortKey =>
  word === "name" || word === "side" || word === "value";

/** Rows in order; those without a value stand at the end, whichever way the order goes. */
export function sorted(rows: readonly AreaRow[], by: SortKey, descending: boolean, visit: Visit): readonly AreaRow[] {
  const way = descending ? -1 : 1;
  const name = ({ figure }: AreaRow) => placeLabel(figure.subject as PlaceId, visit.language);
  const side = ({ figure }: AreaRow) => sideOf(figure, visit.language);
  return rows.toSorted((a, b) => {
    if (by === "value") {
      const [x, y] = [a.figure.value, b.figure.value];
      if (x === null || y === null) return Number(x === null) - Number(y === null);
      return way * (x - y);
    }
    const words =
      by === "side" ? side(a).localeCompare(side(b)) || name(a).localeCompare(name(b)) : name(a).localeCompare(name(b));
    return way * words;
  });
}

type Props = { rows: readonly AreaRow[]; kind: FigureKind; sort: SortKey; descending: boolean };

/** The table of areas: each heading that orders it is a link. */
export function AreasTable({ rows, kind, sort, descending }: Props) {
  const { language, href, t } = useVisit();
  const ranked = rows.some(({ rank }) => rank !== null);
  const ranged = rows.some(({ figure }) => figure.lower !== null);
  const decimals = decimalsOf(kind.indicator);
  return (
    <Scrolled label={t("areas.table")}>
      <table>
        <thead>
          <tr>
            <SortHeading by="name" now={sort} descending={descending} kind={kind} label={t("table.place")} />
            <SortHeading by="side" now={sort} descending={descending} kind={kind} label={t("areas.side")} cell="side" />
            <SortHeading
              by="value"
              now={sort}
              descending={descending}
              kind={kind}
              label={t("table.value", { period: periodWords(kind.period, language) })}
            />
            {ranged && <th scope="col">{t("table.likely")}</th>}
            {ranked && <th scope="col">{t("areas.position")}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ figure, rank }) => (
            <tr key={figure.id}>
              <th scope="row">
                <a href={href(`/areas/${placeSlug(figure.subject as PlaceId)}`)}>
                  {placeLabel(figure.subject as PlaceId, language)}
                </a>
              </th>
              <td className="side">{sideOf(figure, language)}</td>
              <td>
                <FigureValue figure={figure} />
              </td>
              {ranged && <td>{intervalText(figure, decimals, language)}</td>}
              {ranked && <td>{rank && rangeWords(rank, t)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

type HeadingProps = {
  by: SortKey;
  now: SortKey;
  descending: boolean;
  kind: FigureKind;
  label: string;
  cell?: string;
};

function SortHeading({ by, now, descending, kind, label, cell }: HeadingProps) {
  const { href, t } = useVisit();
  const on = by === now;
  const next = on && !descending ? "down" : "up";
  return (
    <th scope="col" className={cell} aria-sort={on ? (descending ? "descending" : "ascending") : undefined}>
      <a href={`${href("/areas", { ...kindQuery(kind), sort: by, order: next })}#table`}>
        {label}
        <span aria-hidden="true">{on ? (descending ? " ↓" : " ↑") : ""}</span>
        <span className="spoken">{next === "up" ? t("areas.sort-up") : t("areas.sort-down")}</span>
      </a>
    </th>
  );
}

const rangeWords = ({ from, to }: RankRange, t: Visit["t"]): string =>
  from === to ? String(from) : t("areas.range", { from, to });

const sideOf = (figure: Figure, language: Visit["language"]): string =>
  sideLabel(gazetteer.place(figure.subject)?.side ?? "", language);
