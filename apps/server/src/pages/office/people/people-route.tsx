import { isRefusal } from "@evenspan/domain/kernel/refusal";
import { roles } from "@evenspan/domain/kernel/roles";
import { type ListedPerson, listPeople } from "@evenspan/domain/people/list-people";
import { fromMark, isKey, isWords, knownValues, toMark } from "../../../office/list-query.ts";
import { page } from "../../../office/office-answer.ts";
import type { ClosedRoute } from "../../../office/office-route.ts";
import { useOffice } from "../../../office/office-visit.ts";
import { Empty } from "../../../parts/list/empty.tsx";
import { FilterChoice, FilterForm, FilterText } from "../../../parts/list/filter-form.tsx";
import { OfficeTable } from "../../../parts/list/office-table.tsx";
import { Pager } from "../../../parts/list/pager.tsx";
import { grantText } from "../../../words/grant-text.ts";
import { roleName } from "../../../words/role-words.ts";
import { shortDay } from "../../../words/short-day.ts";
import { PersonStateTag, stateLabels } from "./person-state-tag.tsx";
import { type GrantPlaces, grantPlaces } from "./places.ts";

const states = ["invited", "active", "deactivated"] as const;

/** Who works here: by name, with their roles and when they last signed in. */
export const peopleRoute: ClosedRoute = {
  path: "people",
  get: async (visit) => {
    const { act, query, t } = visit;
    const filter = knownValues(query, { text: isWords, state: states, role: roles, facilityId: isKey });
    const listed = await act(listPeople, { ...filter, after: fromMark(query.get("after")) });
    if (isRefusal(listed)) return listed;
    const props = { filter, ...listed, places: await grantPlaces(visit), isFirst: !query.has("after") };
    return page(t("people.title"), <People {...props} />);
  },
};

type Filter = Readonly<Partial<Record<"text" | "state" | "role" | "facilityId", string>>>;
type Props = {
  filter: Filter;
  people: readonly ListedPerson[];
  next: unknown;
  places: GrantPlaces;
  isFirst: boolean;
};

function People({ filter, people, next, places, isFirst }: Props) {
  const { href, t } = useOffice();
  return (
    <>
      <div className="head">
        <h1>{t("people.title")}</h1>
        <a className="button" href={href("/people/invite")}>
          {t("people.invite")}
        </a>
      </div>
      <PeopleFilter filter={filter} places={places} />
      {people.length === 0 ? (
        <Empty>
          <p>{t("people.none")}</p>
        </Empty>
      ) : (
        <PeopleTable people={people} places={places} />
      )}
      <Pager
        first={isFirst ? null : href("/people", filter)}
        next={next ? href("/people", { ...filter, after: toMark(next) }) : null}
      />
    </>
  );
}

function PeopleFilter({ filter, places }: Pick<Props, "filter" | "places">) {
  const { t } = useOffice();
  return (
    <FilterForm to="/people" label={t("people.filter")} active={Object.keys(filter).length > 0}>
      <FilterText name="text" label={t("people.text")} value={filter.text ?? ""} />
      <FilterChoice
        name="state"
        label={t("people.state")}
        value={filter.state ?? ""}
        none={t("list.any")}
        choices={states.map((value) => ({ value, label: t(stateLabels[value]) }))}
      />
      <FilterChoice
        name="role"
        label={t("people.role")}
        value={filter.role ?? ""}
        none={t("list.any")}
        choices={roles.filter((role) => role !== "resident").map((value) => ({ value, label: roleName(value, t) }))}
      />
      {places.facilities.length > 0 && (
        <FilterChoice
          name="facilityId"
          label={t("people.facility")}
          value={filter.facilityId ?? ""}
          none={t("list.any")}
          choices={places.facilities.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </FilterForm>
  );
}

function PeopleTable({ people, places }: Pick<Props, "people" | "places">) {
  const { href, language, t } = useOffice();
  const columns = [t("people.name"), t("people.roles"), t("people.state"), t("people.last-sign-in")];
  return (
    <OfficeTable
      label={t("people.title")}
      columns={columns.map((title) => ({ title }))}
      rows={people.map((one) => ({
        key: one.personId,
        about: (
          <>
            <a href={href(`/people/${one.personId}`)}>{one.name}</a>
            <span className="under">{one.email}</span>
          </>
        ),
        cells: [
          one.grants.length === 0
            ? t("people.no-role")
            : one.grants.map((grant) => grantText(grant, t, places.nameOf)).join("; "),
          <PersonStateTag key="state" state={one.state} />,
          one.lastSignInAt ? shortDay(one.lastSignInAt, language) : t("people.never"),
        ],
      }))}
    />
  );
}
