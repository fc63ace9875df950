import { Field, type FieldProps } from "./field.tsx";

/** A code that is good once. Phones offer the one that just came. It never comes back from the server. */
export function CodeField(field: FieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          type="text"
          autoComplete="one-time-code"
          spellCheck={false}
          autoCapitalize="none"
          size={14}
          className="sized code"
        />
      )}
    </Field>
  );
}
