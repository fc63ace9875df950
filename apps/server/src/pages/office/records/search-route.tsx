import { isRefusal } from "@evenspan/domain/kernel/refusal";
import { type Colleague, listColleagues } from "@evenspan/domain/people/list-colleagues";
import { listPeople } from "@evenspan/domain/people/list-people";
import { type Found, findRecords } from "@evenspan/domain/records/find-records";
import { page } from "../../../office/office-answer.ts";
import type { ClosedRoute } from "../../../office/office-route.ts";
import { useOffice } from "../../../office/office-visit.ts";
import { Empty } from "../../../parts/list/empty.tsx";
import { recordStateName } from "../../../words/record-words.ts";
import { shortDay } from "../../../words/short-day.ts";
import { RecordTitle } from "./record-title.tsx";

/** Searches everything that one may see: the office's records, and for staff the people who work here. */
export const searchRoute: ClosedRoute = {
  path: "search",
  get: async ({ act, query, may, t }) => {
    const text = (query.get("q") ?? "").trim().slice(0, 200);
    const title = t("office-search.title");
    if (text === "") return page(title, <Search text="" found={null} people={[]} />);
    const found = await act(findRecords, { text });
    if (isRefusal(found)) return found;
    const listed = may(listColleagues) ? await act(listColleagues, { text, limit: 20 }) : { people: [] };
    const people = isRefusal(listed) ? [] : listed.people;
    return page(title, <Search text={text} found={found} people={people} opens={may(listPeople)} />);
  },
};

type Props = { text: string; found: Found | null; people: readonly Colleague[]; opens?: boolean };

function Search({ text, found, people, opens = false }: Props) {
  const { href, t } = useOffice();
  const nothing = found !== null && found.records.length === 0 && people.length === 0;
  return (
    <>
      <h1>{t("office-search.title")}</h1>
      <search>
        <form className="filters" action={href("/search")} aria-label={t("office-search.title")}>
          <div className="filter wide">
            <label htmlFor="q">{t("office-search.label")}</label>
            <input id="q" name="q" type="search" defaultValue={text} autoComplete="off" />
          </div>
          <button type="submit">{t("office-search.do")}</button>
        </form>
      </search>
      {nothing && (
        <Empty>
          <p>{t("office-search.none")}</p>
        </Empty>
      )}
      {found !== null && found.records.length > 0 && <FoundRecords {...found} />}
      {people.length > 0 && <FoundPeople people={people} opens={opens} />}
    </>
  );
}

function FoundRecords({ records, found }: Found) {
  const { language, t } = useOffice();
  return (
    <section aria-labelledby="records">
      <h2 id="records">{t("records.title")}</h2>
      <p className="note">
        {found === null ? t("office-search.too-many") : t("office-search.count", { count: found })}
      </p>
      <ul className="rows">
        {records.map((one) => (
          <li key={one.recordId}>
            <div>
              <RecordTitle {...one} />
            </div>
            <span className="note">
              {recordStateName(one.state, t)}, {shortDay(one.changedAt, language)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function FoundPeople({ people, opens }: { people: readonly Colleague[]; opens: boolean }) {
  const { href, t } = useOffice();
  return (
    <section aria-labelledby="people">
      <h2 id="people">{t("people.title")}</h2>
      <ul className="rows">
        {people.map(({ personId, name, email }) => (
          <li key={personId}>
            {opens ? <a href={href(`/people/${personId}`)}>{name}</a> : <strong>{name}</strong>}
            <a href={`mailto:${email}`}>{email}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
