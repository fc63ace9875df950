import type { PlaceId } from "@evenspan/domain/places/place";
import { periodWords } from "@evenspan/domain/releases/figure-words";
import { FigureValue } from "../../parts/figure/figure-value.tsx";
import { Scrolled } from "../../parts/table/scrolled.tsx";
import { kindTerm } from "../../words/kind-words.ts";
import { placeLabel } from "../../words/place-words.ts";
import { verdictWords } from "../../words/verdict-words.ts";
import { useVisit } from "../visit.ts";
import type { FigurePair } from "./compare.tsx";

/** All else that both places have a figure of, with what can be said of the two. */
export function CompareTable({ pairs, a, b }: { pairs: readonly FigurePair[]; a: PlaceId; b: PlaceId }) {
  const visit = useVisit();
  const { language, t } = visit;
  const [nameA, nameB] = [placeLabel(a, language), placeLabel(b, language)];
  return (
    <section aria-labelledby="others">
      <h2 id="others">{t("compare.others")}</h2>
      <Scrolled label={t("compare.others")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("compare.measure")}</th>
              <th scope="col">{nameA}</th>
              <th scope="col">{nameB}</th>
              <th scope="col" className="words">
                {t("compare.here", { place: nameA })}
              </th>
            </tr>
          </thead>
          <tbody>
            {pairs.map(({ first, second }) => (
              <tr key={first.id}>
                <th scope="row">
                  {kindTerm(first, visit)}, {periodWords(first.period, language)}
                </th>
                <td>
                  <FigureValue figure={first} />
                </td>
                <td>
                  <FigureValue figure={second} />
                </td>
                <td className="words">{verdictWords(first, second, t)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </section>
  );
}
