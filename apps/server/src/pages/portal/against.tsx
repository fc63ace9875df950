import { comparison, isNotComparable } from "@evenspan/domain/figures/comparison.rules";
import type { Figure } from "@evenspan/domain/figures/figure";
import { amountText, unitText } from "@evenspan/domain/figures/figure-words";
import { FigureValue } from "../../parts/figure/figure-value.tsx";
import { decimalsOf } from "../../words/kind-words.ts";
import { placePhrase } from "../../words/place-words.ts";
import { kindKey } from "../release-index.ts";
import { useVisit, type Visit } from "../visit.ts";

/** The city's figure of the same kind, if it is another one. */
export const cityFigure = (figure: Figure, { index }: Pick<Visit, "index">): Figure | undefined =>
  index.byKind.get(kindKey(figure))?.find((one) => one.subject.startsWith("city:") && one.id !== figure.id);

/** Whether a place's figure can be told apart from the city's, as a sentence. */
export function Against({ figure }: { figure: Figure }) {
  const visit = useVisit();
  const { language, t } = visit;
  const city = cityFigure(figure, visit);
  if (!city || city.value === null || figure.value === null) return null;
  const it = comparison(figure, city);
  const place = placePhrase(city.subject as "city:chicago", language);
  const amount = `${amountText(city.value, city.unit, decimalsOf(city.indicator), language)} ${unitText(city.unit, city.value, language)}`;
  if (isNotComparable(it))
    return (
      <p>
        {t("against.no-range", { place })} <FigureValue figure={city} />
      </p>
    );
  const said =
    it.verdict === "first-higher"
      ? t("against.higher", { place, amount })
      : it.verdict === "second-higher"
        ? t("against.lower", { place, amount })
        : t("against.cannot-tell", { place, amount });
  return <p>{said}</p>;
}
