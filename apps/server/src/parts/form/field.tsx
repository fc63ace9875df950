import type { ReactNode } from "react";
import { useWords } from "../../pages/words-context.ts";
import { problemOf } from "../../words/refusal-words.ts";
import { Sentence } from "../sentence.tsx";
import { useForm } from "./office-form.tsx";

/** What every field has: its name in the form, what is asked for, and how to answer. */
export type FieldProps = {
  name: string;
  label: string;
  hint?: ReactNode;
  /** Whether it may stay empty; then its label says so. */
  optional?: boolean;
};

/** What a control is given by the field around it. */
export type ControlProps = Readonly<{
  id: string;
  name: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
  "aria-required": true | undefined;
}>;

type Props = FieldProps & { children: (control: ControlProps, typed: string | undefined) => ReactNode };

/** A field: label, hint, what was wrong with it, and the control, which all three are tied to. */
export function Field({ name, label, hint, optional, children }: Props) {
  const { t } = useWords();
  const { id: form, returned } = useForm();
  const id = `${form}-${name}`;
  const problem = returned?.refusal ? problemOf(returned.refusal, name) : null;
  const told = [hint ? `${id}-hint` : "", problem ? `${id}-problem` : ""].filter(Boolean).join(" ");
  return (
    <div className={problem ? "field wrong" : "field"}>
      <label htmlFor={id}>
        {label}
        {optional && <span className="optional"> {t("form.optional")}</span>}
      </label>
      {hint && (
        <div className="hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {problem && (
        <p className="problem" id={`${id}-problem`}>
          <Sentence of={problem} />
        </p>
      )}
      {children(
        {
          ...{ id, name, "aria-describedby": told || undefined, "aria-invalid": problem ? true : undefined },
          "aria-required": optional ? undefined : true,
        },
        returned?.typed[name]?.[0],
      )}
    </div>
  );
}
