import { type ReturnedForm, useOffice } from "../../office/office-visit.ts";
import { problemOf, refusalSentence } from "../../words/refusal-words.ts";
import { Sentence } from "../sentence.tsx";
import { idOf } from "./office-form.tsx";

/** What was refused, at the top of the page: the sentence, and a way to each field that needs another look. */
export function ProblemSummary() {
  const { returned } = useOffice();
  if (!returned?.refusal) return null;
  return (
    // biome-ignore lint/a11y/noAutofocus: without a script, this is how what went wrong is reached and read first
    <div className="problems" role="alert" tabIndex={-1} autoFocus aria-labelledby="problems-title">
      <Problems returned={returned} />
    </div>
  );
}

/** The words of the summary. */
export function Problems({ returned }: { returned: ReturnedForm }) {
  const { t } = useOffice();
  const { refusal } = returned;
  if (!refusal) return null;
  const names = Object.keys(refusal.fields ?? {});
  return (
    <>
      <h2 id="problems-title">{t("form.problems")}</h2>
      <p>
        <Sentence of={refusalSentence(refusal)} />
      </p>
      {names.length > 0 && (
        <ul>
          {names.map((name) => (
            <li key={name}>
              <a href={`#${idOf(returned)}-${name.split(".")[0]}`}>
                <Sentence of={problemOf(refusal, name)!} />
              </a>
            </li>
          ))}
        </ul>
      )}
      <p className="note">{t("form.nothing-lost")}</p>
    </>
  );
}
