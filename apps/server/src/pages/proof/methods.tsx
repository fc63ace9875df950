import { indicators } from "@evenspan/domain/indicators/indicators";
import type { Page } from "../page.ts";
import { useVisit, type Visit } from "../visit.ts";

/** How we know: every measure in plain words, and what we do with small numbers. */
export const methodsPage = ({ t }: Visit): Page => ({ title: t("methods.title"), body: <Methods /> });

function Methods() {
  const { release, language, href, t } = useVisit();
  const used = new Set(release.content.figures.map(({ indicator }) => indicator));
  return (
    <>
      <h1>{t("methods.title")}</h1>
      <p className="lead">{t("methods.lead")}</p>
      <ul className="list">
        {indicators
          .filter(({ key }) => used.has(key))
          .map(({ key, title, term }) => (
            <li key={key}>
              <a href={href(`/methods/${key}`)}>{title[language]}</a>
              <span className="note"> {term[language]}</span>
            </li>
          ))}
      </ul>
      <h2>{t("methods.also")}</h2>
      <ul className="list">
        <li>
          <a href={href("/methods/small-numbers")}>{t("small.title")}</a>
        </li>
        <li>
          <a href={href("/methods/ranges")}>{t("ranges.title")}</a>
        </li>
        <li>
          <a href={href("/release")}>{t("footer.proof")}</a>
        </li>
      </ul>
    </>
  );
}
