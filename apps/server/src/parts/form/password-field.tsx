import { Field, type FieldProps } from "./field.tsx";

type Props = FieldProps & { kind: "current-password" | "new-password" };

/** A password. It can be pasted, a keeper of passwords can fill it in, and it never comes back from the server. */
export function PasswordField({ kind, ...field }: Props) {
  return (
    <Field {...field}>
      {(control) => <input {...control} type="password" autoComplete={kind} spellCheck={false} autoCapitalize="none" />}
    </Field>
  );
}
