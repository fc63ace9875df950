import { Field, type FieldProps } from "./field.tsx";

/** One thing to choose. */
export type Choice = Readonly<{ value: string; label: string; lang?: string | undefined }>;

type Props = FieldProps & { choices: readonly Choice[]; value?: string | undefined; none?: string };

/** One of a list. `none` is the label of choosing nothing. */
export function SelectField({ choices, value, none, ...field }: Props) {
  return (
    <Field {...field}>
      {(control, typed) => (
        <select {...control} defaultValue={typed ?? value ?? ""}>
          {none !== undefined && <option value="">{none}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value} lang={choice.lang}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
