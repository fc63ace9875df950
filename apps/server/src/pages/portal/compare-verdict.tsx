import { comparison, isNotComparable } from "@evenspan/domain/figures/comparison.rules";
import { aboutText, betweenText } from "@evenspan/domain/figures/figure-words";
import type { PlaceId } from "@evenspan/domain/places/place";
import { SyntheticMark } from "../../parts/figure/synthetic-mark.tsx";
import { decimalsOf } from "../../words/kind-words.ts";
import { placePhrase } from "../../words/place-words.ts";
import { asWorded, notComparableWords } from "../../words/verdict-words.ts";
import { useVisit } from "../visit.ts";
import type { FigurePair } from "./figure-pair.ts";

/** Whether two places can be told apart, as sentences: which is higher and by how much, or that we cannot say. */
export function CompareVerdict({ pair: { first, second } }: { pair: FigurePair }) {
  const { language, t } = useVisit();
  const it = comparison(first, second);
  if (isNotComparable(it)) return <p className="lead">{t("compare.cannot", { why: notComparableWords(it, t) })}</p>;
  if (it.verdict === "cannot-tell") return <p className="lead">{t("compare.cannot-tell")}</p>;
  const higher = it.verdict === "first-higher" ? first : second;
  const [high, low] = [higher, higher === first ? second : first].map(({ subject }) =>
    placePhrase(subject as PlaceId, language),
  );
  const worded = asWorded(it, first.unit);
  const decimals = decimalsOf(first.indicator);
  return (
    <p className="lead">
      {t("compare.higher", { high: high!, low: low!, about: aboutText(worded, decimals, language) ?? "" })}{" "}
      {t("compare.likely", { between: betweenText(worded, decimals, language) ?? "" })}
      {[first, second].some(({ origin }) => origin === "synthetic") && (
        <>
          {" "}
          <SyntheticMark />
        </>
      )}
    </p>
  );
}
