import type { ReactNode } from "react";
import { useForm } from "./office-form.tsx";

type Props = { name: string; label: string; hint?: ReactNode; checked?: boolean };

/** Yes or no. What came back counts before what stands. */
export function CheckField({ name, label, hint, checked = false }: Props) {
  const { id: form, returned } = useForm();
  const id = `${form}-${name}`;
  return (
    <div className="pick">
      <input
        type="checkbox"
        id={id}
        name={name}
        value="yes"
        defaultChecked={returned ? returned.typed[name] !== undefined : checked}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <div className="hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
    </div>
  );
}
