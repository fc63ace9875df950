import type { Figure } from "@evenspan/domain/figures/figure";
import { numberText, stateWords } from "@evenspan/domain/figures/figure-words";
import { methodByKey } from "@evenspan/domain/figures/methods";
import type { Indicator } from "@evenspan/domain/indicators/indicator";
import { indicatorByKey } from "@evenspan/domain/indicators/indicators";
import { valueStates } from "@evenspan/domain/kernel/value-state";
import { originWords } from "../../words/origin-words.ts";
import { areaKinds } from "../figure-kinds.ts";
import type { Page } from "../page.ts";
import { kindQuery } from "../release-index.ts";
import { type Query, useVisit, type Visit } from "../visit.ts";

/** One measure: what it means, how its figures came about, and how many of them can be shown. */
export function methodPage(visit: Visit, { indicator: key }: Query): Page | null {
  const indicator = indicatorByKey(key ?? "");
  const figures = visit.release.content.figures.filter((figure) => figure.indicator === key);
  if (!indicator || figures.length === 0) return null;
  return { title: indicator.title[visit.language], body: <MethodBody indicator={indicator} figures={figures} /> };
}

function MethodBody({ indicator, figures }: { indicator: Indicator; figures: readonly Figure[] }) {
  const { index, language, href, t } = useVisit();
  const methods = [...new Set(figures.map(({ method }) => method))];
  const kind = areaKinds(index).find((one) => one.indicator === indicator.key);
  return (
    <>
      <p className="crumbs">
        <a href={href("/methods")}>{t("methods.title")}</a>
      </p>
      <h1>{indicator.title[language]}</h1>
      <p className="lead">{indicator.term[language]}</p>
      <p>{indicator.meaning[language]}</p>
      {kind && (
        <p>
          <a href={href("/areas", kindQuery(kind))}>{t("method.areas")}</a>
        </p>
      )}
      <section aria-labelledby="made">
        <h2 id="made">{t("method.made")}</h2>
        {methods.map((method) => (
          <Made key={method} method={method} figures={figures.filter((figure) => figure.method === method)} />
        ))}
      </section>
      <Shown figures={figures} />
    </>
  );
}

function Made({ method: key, figures }: { method: string; figures: readonly Figure[] }) {
  const { language, t } = useVisit();
  const method = methodByKey(key);
  if (!method) return null;
  const origins = [...new Set(figures.map(({ origin }) => originWords(origin, t)))].join(", ");
  return (
    <article>
      <h3>{method.name[language]}</h3>
      <p>{method.says[language]}</p>
      {method.formula && (
        <p>
          {t("repeat.formula")} <code className="hash">{method.formula}</code>
        </p>
      )}
      {method.references.length > 0 && (
        <ul>
          {method.references.map((reference) => (
            <li key={reference} className="note" lang="en">
              {reference}
            </li>
          ))}
        </ul>
      )}
      <p className="note">{t("method.origins", { origins })}</p>
    </article>
  );
}

/** How many figures of the measure there are in each state. */
function Shown({ figures }: { figures: readonly Figure[] }) {
  const { language, href, t } = useVisit();
  return (
    <section aria-labelledby="shown">
      <h2 id="shown">{t("method.shown")}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("fact.state")}</th>
            <th scope="col">{t("method.count")}</th>
          </tr>
        </thead>
        <tbody>
          {valueStates.map((state) => (
            <tr key={state}>
              <th scope="row">{stateWords[state][language]}</th>
              <td>{numberText(figures.filter((figure) => figure.state === state).length, 0, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <a href={href("/methods/small-numbers")}>{t("small.title")}</a>
      </p>
    </section>
  );
}
