import { useOffice } from "../../../office/office-visit.ts";
import { kindName } from "../../../words/record-words.ts";
import type { ChosenList } from "./chosen-list.ts";

/** The kinds of record of which one may see any: the first thing that a list is narrowed by. */
export function FacetLinks({ kinds, chosen }: { kinds: readonly string[]; chosen: ChosenList }) {
  const { href, t } = useOffice();
  if (kinds.length === 0) return null;
  const { state, facilityId, ...kept } = chosen;
  const to = (kind: string | undefined) => href("/records", { ...kept, kind });
  const link = (kind: string | undefined, label: string) => (
    <a className="plain" href={to(kind)} aria-current={chosen.kind === kind ? "page" : undefined}>
      {label}
    </a>
  );
  return (
    <nav className="tabs" aria-label={t("records.kinds")}>
      <ul className="links">
        <li>{link(undefined, t("records.all"))}</li>
        {kinds.map((kind) => (
          <li key={kind}>{link(kind, kindName(kind, t))}</li>
        ))}
      </ul>
    </nav>
  );
}
