import { Field, type FieldProps } from "./field.tsx";

/** Several lines of text. */
export function TextArea({ rows = 4, value, ...field }: FieldProps & { rows?: number; value?: string }) {
  return (
    <Field {...field}>{(control, typed) => <textarea {...control} rows={rows} defaultValue={typed ?? value} />}</Field>
  );
}
