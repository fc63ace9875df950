import { Field, type FieldProps } from "./field.tsx";

/** A file from the person's own device. Which it was never comes back: browsers do not let it. */
export function FileField(field: FieldProps) {
  return <Field {...field}>{(control) => <input {...control} type="file" className="file" />}</Field>;
}
