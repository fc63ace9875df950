import { periodWords } from "@evenspan/domain/figures/figure-words";
import { causeByKey } from "@evenspan/domain/sources/causes";
import { kindTerm } from "../../words/kind-words.ts";
import { type FigureKind, measureKey } from "../release-index.ts";
import { useVisit } from "../visit.ts";

/** Asks what to show, and for what cause of death; works by a plain form. */
export function FigureChooser({ kinds, chosen }: { kinds: readonly FigureKind[]; chosen: FigureKind }) {
  const visit = useVisit();
  const { language, href, t } = visit;
  const measures = [...new Map(kinds.map((kind) => [measureKey(kind), kind]))];
  const causes = [...new Set(kinds.map(({ cause }) => cause))].flatMap((key) => causeByKey(key) ?? []);
  return (
    <form className="chooser" action={href("/areas")} method="get">
      <div>
        <label htmlFor="measure">{t("chooser.label")}</label>
        <select id="measure" name="measure" defaultValue={measureKey(chosen)}>
          {measures.map(([key, kind]) => (
            <option key={key} value={key}>
              {`${kindTerm({ ...kind, cause: "all" }, visit)}, ${periodWords(kind.period, language)}`}
            </option>
          ))}
        </select>
      </div>
      {causes.length > 1 && (
        <div>
          <label htmlFor="cause">{t("fact.cause")}</label>
          <select id="cause" name="cause" defaultValue={chosen.cause}>
            {causes.map(({ key, name }) => (
              <option key={key} value={key}>
                {name[language]}
              </option>
            ))}
          </select>
        </div>
      )}
      <button type="submit">{t("chooser.button")}</button>
    </form>
  );
}
