import type { PlaceId } from "@evenspan/domain/places/place";
import { periodWords } from "@evenspan/domain/releases/figure-words";
import { FigureValue } from "../../parts/figure/figure-value.tsx";
import { StackedTable } from "../../parts/table/stacked-table.tsx";
import { kindTerm } from "../../words/kind-words.ts";
import { placeLabel, placePhrase } from "../../words/place-words.ts";
import { verdictWords } from "../../words/verdict-words.ts";
import { useVisit } from "../visit.ts";
import type { FigurePair } from "./figure-pair.ts";

/** All else that both places have a figure of, with what can be said of the two. */
export function CompareTable({ pairs, a, b }: { pairs: readonly FigurePair[]; a: PlaceId; b: PlaceId }) {
  const visit = useVisit();
  const { language, t } = visit;
  return (
    <section aria-labelledby="others">
      <h2 id="others">{t("compare.others")}</h2>
      <StackedTable
        label={t("compare.others")}
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
    </section>
  );
}
