import type { ReactNode } from "react";
import { problemOf } from "../../words/refusal-words.ts";
import { Sentence } from "../sentence.tsx";
import { useForm } from "./office-form.tsx";
import type { Choice } from "./select-field.tsx";

type Props = {
  name: string;
  legend: string;
  hint?: ReactNode;
  choices: readonly (Choice & { hint?: string })[];
  value?: string | undefined;
};

/** One of a few, all in sight. */
export function RadioField({ name, legend, hint, choices, value }: Props) {
  const { id: form, returned } = useForm();
  const id = `${form}-${name}`;
  const problem = returned?.refusal ? problemOf(returned.refusal, name) : null;
  const chosen = returned?.typed[name]?.[0] ?? value;
  return (
    <fieldset className={problem ? "field wrong" : "field"} aria-describedby={problem ? `${id}-problem` : undefined}>
      <legend>{legend}</legend>
      {hint && <div className="hint">{hint}</div>}
      {problem && (
        <p className="problem" id={`${id}-problem`}>
          <Sentence of={problem} />
        </p>
      )}
      {choices.map((choice, i) => (
        <div className="pick" key={choice.value}>
          <input
            type="radio"
            // The first bears the field's own id: the summary of what went wrong leads there.
            id={i === 0 ? id : `${id}-${i}`}
            name={name}
            value={choice.value}
            defaultChecked={choice.value === chosen}
            aria-describedby={choice.hint ? `${id}-${i}-hint` : undefined}
          />
          <label htmlFor={i === 0 ? id : `${id}-${i}`}>{choice.label}</label>
          {choice.hint && (
            <div className="hint" id={`${id}-${i}-hint`}>
              {choice.hint}
            </div>
          )}
        </div>
      ))}
    </fieldset>
  );
}
