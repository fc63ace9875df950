import { periodWords } from "@evenspan/domain/figures/figure-words";
import { FigureValue } from "../../parts/figure/figure-value.tsx";
import { StackedTable } from "../../parts/table/stacked-table.tsx";
import { kindTerm } from "../../words/kind-words.ts";
import { placeLabel, placePhrase } from "../../words/place-words.ts";
import { verdictWords } from "../../words/verdict-words.ts";
import { useVisit } from "../visit.ts";
import type { PairsOfPlaces } from "./figure-pair.ts";

/** Figures that two places have, with what can be said of each pair. */
export function CompareTable({ pairs, a, b, label }: PairsOfPlaces & { label: string }) {
  const visit = useVisit();
  const { language, t } = visit;
  return (
    <StackedTable
      label={label}
      about={t("compare.measure")}
      columns={[
        { title: placeLabel(a, language) },
        { title: placeLabel(b, language) },
        { title: t("compare.here", { place: placePhrase(a, language) }), words: true },
      ]}
      rows={pairs.map(({ first, second }) => ({
        key: first.id,
        about: `${kindTerm(first, visit)}, ${periodWords(first.period, language)}`,
        cells: [
          <FigureValue key="first" figure={first} />,
          <FigureValue key="second" figure={second} />,
          verdictWords(first, second, t),
        ],
      }))}
    />
  );
}
