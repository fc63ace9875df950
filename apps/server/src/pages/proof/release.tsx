import { numberText, stateWords } from "@evenspan/domain/figures/figure-words";
import { valueStates } from "@evenspan/domain/kernel/value-state";
import { InEnglish } from "../../parts/in-english.tsx";
import { SourceText } from "../../parts/source-text.tsx";
import { Scrolled } from "../../parts/table/scrolled.tsx";
import { dayText } from "../../words/day-text.ts";
import { datasetOriginWords } from "../../words/origin-words.ts";
import { placeLabel } from "../../words/place-words.ts";
import type { Page } from "../page.ts";
import { useVisit, type Visit } from "../visit.ts";
import { Attacked } from "./attacked.tsx";

/** What a release is, who signed it, what it was made from, and how anyone can check that it was not changed. */
export const releasePage = ({ release, t }: Visit): Page => ({
  title: t("release.title", { number: release.number }),
  body: <Release />,
});

function Release() {
  const { release, language, href, t } = useVisit();
  const { figures } = release.content;
  const day = dayText(release.publishedAt, language);
  return (
    <>
      <h1>{t("release.title", { number: release.number })}</h1>
      <p className="lead">{t("release.lead", { day, who: release.signedBy })}</p>
      <p>{t("release.what")}</p>
      <Attacked />
      <dl className="facts">
        <div>
          <dt>{t("release.id")}</dt>
          <dd>
            <code className="hash">{release.id}</code>
          </dd>
        </div>
        {valueStates.map((state) => (
          <div key={state}>
            <dt>{stateWords[state][language]}</dt>
            <dd>{numberText(figures.filter((figure) => figure.state === state).length, 0, language)}</dd>
          </div>
        ))}
      </dl>
      <p>
        <a href={`/${language}/r/${release.number}`}>{t("release.pinned")}</a>
      </p>
      <p>
        <a href={href("/data")}>{t("release.files")}</a>
      </p>
      <Verify />
      <Datasets />
      <Sets />
    </>
  );
}

function Verify() {
  const { release, t } = useVisit();
  return (
    <section aria-labelledby="verify">
      <h2 id="verify">{t("verify.title")}</h2>
      <p>{t("verify.how")}</p>
      <pre>
        <code>evenspan release verify {release.number}</code>
      </pre>
      <p>{t("verify.why")}</p>
    </section>
  );
}

function Datasets() {
  const { release, language, href, t } = useVisit();
  return (
    <section aria-labelledby="datasets">
      <h2 id="datasets">{t("release.datasets")}</h2>
      <Scrolled label={t("release.datasets")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("release.dataset")}</th>
              <th scope="col" className="words">
                {t("dataset.publisher")}
              </th>
              <th scope="col" className="words">
                {t("fact.origin")}
              </th>
              <th scope="col">{t("dataset.rows")}</th>
              <th scope="col" className="words">
                SHA-256
              </th>
            </tr>
          </thead>
          <tbody>
            {release.content.datasets.map((dataset) => (
              <tr key={dataset.id}>
                <th scope="row">
                  <a href={href(`/datasets/${encodeURIComponent(dataset.id)}`)}>{dataset.title[language]}</a>
                </th>
                <td className="words">
                  <InEnglish>{dataset.publisher}</InEnglish>
                </td>
                <td className="words">{datasetOriginWords(dataset.origin, t)}</td>
                <td>{numberText(dataset.rowsKept, 0, language)}</td>
                <td className="words">
                  <code className="hash">{dataset.fingerprint.slice(0, 12)}…</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </section>
  );
}

function Sets() {
  const { release, language, t } = useVisit();
  return (
    <section aria-labelledby="sets">
      <h2 id="sets">{t("release.sets")}</h2>
      <p>{t("release.sets-why")}</p>
      {release.content.placeSets.map((set) => (
        <article key={`${set.id}@${set.version}`}>
          <h3>{t("release.set", { name: set.name[language], version: set.version })}</h3>
          <p>{set.places.map((id) => placeLabel(id, language)).join(", ")}.</p>
          <p className="note">
            {set.reason[language]} {t("set.source")} <SourceText text={`${set.source}.`} />
          </p>
        </article>
      ))}
    </section>
  );
}
