import { Field, type FieldProps } from "./field.tsx";

type Props = FieldProps & {
  type?: "text" | "email" | "search" | "date" | "url";
  value?: string | undefined;
  autoComplete?: string;
  /** About how many letters are typed: the field is no wider than that. */
  letters?: number;
  spellCheck?: boolean;
};

/** A line of text. */
export function TextField({ type = "text", value, autoComplete = "off", letters, spellCheck, ...field }: Props) {
  return (
    <Field {...field}>
      {(control, typed) => (
        <input
          {...control}
          type={type}
          defaultValue={typed ?? value}
          autoComplete={autoComplete}
          spellCheck={spellCheck}
          size={letters}
          className={letters ? "sized" : undefined}
        />
      )}
    </Field>
  );
}
