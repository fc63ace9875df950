import type { Withheld } from "@evenspan/domain/figures/figure";
import { numberText } from "@evenspan/domain/figures/figure-words";
import { publicationRules } from "@evenspan/domain/publication/publication.rules";
import { reasonSentence } from "../../words/reason-sentence.ts";
import type { Page } from "../page.ts";
import { useVisit, type Visit } from "../visit.ts";
import { Attacked } from "./attacked.tsx";

/** What is not shown and why, with the numbers of the rules and how often each was used in this release. */
export const smallNumbersPage = ({ t }: Visit): Page => ({ title: t("small.title"), body: <SmallNumbers /> });

function SmallNumbers() {
  const visit = useVisit();
  const { release, language, href, t } = visit;
  const withheld = release.content.figures.filter(({ state }) => state !== "shown");
  const reasons = [...new Set(withheld.flatMap(({ reason }) => reason ?? []))];
  const count = (reason: Withheld) => withheld.filter((figure) => figure.reason === reason).length;
  return (
    <>
      <p className="crumbs">
        <a href={href("/methods")}>{t("methods.title")}</a>
      </p>
      <h1>{t("small.title")}</h1>
      <p className="lead">{t("small.lead")}</p>
      <ul className="list">
        <li>{t("small.counts", { most: publicationRules.largestWithheldCount })}</li>
        <li>{t("small.rates", { fewest: publicationRules.fewestEventsOfRate })}</li>
        <li>{t("small.years", { widest: publicationRules.widestLifeExpectancyYears })}</li>
        <li>{t("small.doubt")}</li>
        <li>{t("small.together")}</li>
        <li>{t("small.one-reason")}</li>
      </ul>
      <p>{t("small.zero")}</p>
      <Attacked />
      <section aria-labelledby="used">
        <h2 id="used">{t("small.used")}</h2>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("small.reason")}</th>
              <th scope="col">{t("method.count")}</th>
            </tr>
          </thead>
          <tbody>
            {reasons.map((reason) => (
              <tr key={reason}>
                <th scope="row">{reasonSentence({ state: "suppressed", reason }, visit)}</th>
                <td>{numberText(count(reason), 0, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
