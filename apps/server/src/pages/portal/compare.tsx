import type { PlaceId } from "@evenspan/domain/places/place";
import { FigureSet } from "../../parts/figure/figure-set.tsx";
import { kindTitle } from "../../words/kind-words.ts";
import { placeLabel } from "../../words/place-words.ts";
import { newestOfEach } from "../figure-kinds.ts";
import type { Page } from "../page.ts";
import { kindKey } from "../release-index.ts";
import { useVisit, type Visit } from "../visit.ts";
import { CompareForm } from "./compare-form.tsx";
import { CompareOthers } from "./compare-others.tsx";
import { CompareVerdict } from "./compare-verdict.tsx";
import type { FigurePair } from "./figure-pair.ts";

/** Two places beside each other, and whether they can be told apart. */
export function comparePage(visit: Visit): Page {
  const { index, language, query, t } = visit;
  const [a, b] = [query.a, query.b].map((slug) => (slug ? index.placeBySlug.get(slug) : undefined));
  const title =
    a && b ? t("compare.title-two", { a: placeLabel(a, language), b: placeLabel(b, language) }) : t("compare.title");
  return { title, body: <Compare a={a} b={b} title={title} /> };
}

function Compare({ a, b, title }: { a: PlaceId | undefined; b: PlaceId | undefined; title: string }) {
  const visit = useVisit();
  const { query, t } = visit;
  const unknown = (query.a && !a) || (query.b && !b);
  return (
    <>
      <h1>{title}</h1>
      <p className="lead">{t("compare.lead")}</p>
      {unknown && <p className="remark">{t("compare.unknown")}</p>}
      {a && a === b && <p className="remark">{t("compare.same")}</p>}
      <CompareForm a={a} b={b} />
      {a && b && a !== b && <Result a={a} b={b} />}
    </>
  );
}

function Result({ a, b }: { a: PlaceId; b: PlaceId }) {
  const visit = useVisit();
  const pairs = pairsOf(a, b, visit);
  const [main, ...others] = pairs;
  if (!main) return <p>{visit.t("compare.nothing")}</p>;
  return (
    <>
      <section aria-labelledby="main">
        <h2 id="main">{kindTitle(main.first, visit)}</h2>
        <CompareVerdict pair={main} />
        <div className="figures pair">
          {[main.first, main.second].map((figure) => (
            <FigureSet key={figure.id} figure={figure} label={placeLabel(figure.subject as PlaceId, visit.language)} />
          ))}
        </div>
      </section>
      {others.length > 0 && <CompareOthers pairs={others} a={a} b={b} />}
    </>
  );
}

/** The newest figures that both places have, of the same kind. */
function pairsOf(a: PlaceId, b: PlaceId, { index }: Visit): readonly FigurePair[] {
  const theirs = new Map((index.bySubject.get(b) ?? []).map((figure) => [kindKey(figure), figure]));
  const shared = (index.bySubject.get(a) ?? []).filter((figure) => theirs.has(kindKey(figure)));
  return newestOfEach(shared).map((first) => ({ first, second: theirs.get(kindKey(first))! }));
}
