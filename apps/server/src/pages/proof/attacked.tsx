import { numberText } from "@evenspan/domain/figures/figure-words";
import { publicationRules } from "@evenspan/domain/publication/publication.rules";
import { useVisit } from "../visit.ts";

/** That the counts which a release keeps were attacked before it was signed, and on how many not all was tried. */
export function Attacked() {
  const { release, language, t } = useVisit();
  if (release.attack === null) return null;
  const { withheld, knownBefore, untried } = release.attack;
  if (withheld === 0) return <p>{t("small.no-counts")}</p>;
  const counted = (count: number) => ({ count, shown: numberText(count, 0, language) });
  const left = Math.min(withheld, Math.max(...Object.values(untried)));
  return (
    <p>
      {t("small.attack", { ...counted(withheld), most: publicationRules.largestWithheldCount })}
      {knownBefore > 0 && ` ${t("small.known-before", counted(knownBefore))}`}
      {left > 0 && ` ${t("small.untried", counted(left))}`}
    </p>
  );
}
