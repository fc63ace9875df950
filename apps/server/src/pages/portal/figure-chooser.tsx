import { periodWords } from "@evenspan/domain/releases/figure-words";
import { kindTerm } from "../../words/kind-words.ts";
import { type FigureKind, kindKey } from "../release-index.ts";
import { useVisit } from "../visit.ts";

/** Asks which figure to show; works by a plain form. */
export function FigureChooser({ kinds, chosen }: { kinds: readonly FigureKind[]; chosen: FigureKind }) {
  const visit = useVisit();
  const { language, href, t } = visit;
  return (
    <form className="chooser" action={href("/areas")} method="get">
      <label htmlFor="figure">{t("chooser.label")}</label>
      <div className="field-and-button">
        <select id="figure" name="figure" defaultValue={kindKey(chosen)}>
          {kinds.map((kind) => (
            <option key={kindKey(kind)} value={kindKey(kind)}>
              {`${kindTerm(kind, visit)}, ${periodWords(kind.period, language)}`}
            </option>
          ))}
        </select>
        <button type="submit">{t("chooser.button")}</button>
      </div>
    </form>
  );
}
