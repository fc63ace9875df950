import type { ReactNode } from "react";
import { useOffice } from "../../office/office-visit.ts";

type Props = {
  /** The page that is filtered, such as "/people". */
  to: string;
  label: string;
  /** Whether anything is filtered now, so that there is a way back to all. */
  active: boolean;
  children: ReactNode;
};

/**
 * Chooses what a list shows. What is chosen stands in the address, so that it can be kept, sent and gone back to. On a
 * phone it is folded until something is chosen.
 */
export function FilterForm({ to, label, active, children }: Props) {
  const { href, t } = useOffice();
  return (
    <search>
      <details className="filter-fold" open={active}>
        <summary>{label}</summary>
        <form className="filters" action={href(to)} aria-label={label}>
          {children}
          <div className="filter-buttons">
            <button type="submit" className="other">
              {t("list.show")}
            </button>
            {active && <a href={href(to)}>{t("list.show-all")}</a>}
          </div>
        </form>
      </details>
    </search>
  );
}

/** A field of the filter: free words. */
export function FilterText({ name, label, value }: { name: string; label: string; value: string }) {
  return (
    <div className="filter wide">
      <label htmlFor={`filter-${name}`}>{label}</label>
      <input id={`filter-${name}`} name={name} type="search" defaultValue={value} autoComplete="off" />
    </div>
  );
}

/** A field of the filter: a day. */
export function FilterDay({ name, label, value }: { name: string; label: string; value: string }) {
  return (
    <div className="filter">
      <label htmlFor={`filter-${name}`}>{label}</label>
      <input id={`filter-${name}`} name={name} type="date" defaultValue={value} />
    </div>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  value: string;
  none: string;
  choices: readonly Readonly<{ value: string; label: string }>[];
};

/** A field of the filter: one of a list, or any. */
export function FilterChoice({ name, label, value, none, choices }: ChoiceProps) {
  return (
    <div className="filter">
      <label htmlFor={`filter-${name}`}>{label}</label>
      <select id={`filter-${name}`} name={name} defaultValue={value}>
        <option value="">{none}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A field of the filter: yes, or it does not matter. */
export function FilterCheck({ name, label, checked }: { name: string; label: string; checked: boolean }) {
  return (
    <div className="filter pick">
      <input id={`filter-${name}`} name={name} type="checkbox" value="yes" defaultChecked={checked} />
      <label htmlFor={`filter-${name}`}>{label}</label>
    </div>
  );
}
