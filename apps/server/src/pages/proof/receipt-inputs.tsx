import type { Figure } from "@evenspan/domain/figures/figure";
import { numberText, periodWords } from "@evenspan/domain/figures/figure-words";
import { FigureValue } from "../../parts/figure/figure-value.tsx";
import { kindTerm } from "../../words/kind-words.ts";
import { subjectLabel } from "../../words/subject-words.ts";
import { useVisit } from "../visit.ts";

/** Deeper than this no figure rests on others; a longer chain would be a fault in the release. */
const deepest = 5;

/** What a figure was made from, as a tree: other figures, and under them the files. */
export function ReceiptInputs({ figure }: { figure: Figure }) {
  const { t } = useVisit();
  return (
    <section aria-labelledby="inputs">
      <h2 id="inputs">{t("inputs.title")}</h2>
      <Inputs figure={figure} depth={0} />
    </section>
  );
}

function Inputs({ figure, depth }: { figure: Figure; depth: number }) {
  const visit = useVisit();
  const { release, language, href, t } = visit;
  return (
    <ul className="inputs">
      {figure.inputs.map((input) => {
        if ("figure" in input) return <InputFigure key={input.figure} id={input.figure} depth={depth} />;
        const dataset = release.dataset(input.dataset);
        return (
          <li key={input.dataset}>
            {t("inputs.rows", { count: input.rows, shown: numberText(input.rows, 0, language) })}{" "}
            <a href={href(`/datasets/${encodeURIComponent(input.dataset)}`)}>
              {dataset?.title[language] ?? input.dataset}
            </a>
          </li>
        );
      })}
    </ul>
  );
}

function InputFigure({ id, depth }: { id: string; depth: number }) {
  const visit = useVisit();
  const figure = visit.release.figure(id);
  if (!figure) return null;
  return (
    <li>
      {kindTerm(figure, visit)}, {subjectLabel(figure.subject, visit)}, {periodWords(figure.period, visit.language)}:{" "}
      <FigureValue figure={figure} withUnit />
      {depth < deepest && <Inputs figure={figure} depth={depth + 1} />}
    </li>
  );
}
