import { type Cents, sumCents } from "../../kernel/money.ts";
import type { FacilityYear } from "../../ledger/ledger-cell.ts";
import { accountsOf } from "../accounts.rules.ts";
import type { ToldTime } from "../activity-costs.rules.ts";
import { atRatio } from "../ratio.rules.ts";

/** Time that volunteers gave: always hours, and money only at a value that the hospital stated. */
export type VolunteerTime = Readonly<{
  entries: number;
  minutes: number;
  /** Of the minutes, those at hospitals that stated a value. */
  valuedMinutes: number;
  value: Cents<"illinois"> | null;
}>;

/** The time of employees and of all others, as the form has them. */
export type IllinoisVolunteers = Readonly<{ employees: VolunteerTime; others: VolunteerTime }>;

const employees: ReadonlySet<ToldTime["giver"]> = new Set(["staff", "faculty", "resident"]);

/** Time of which nobody said whether it was paid is not volunteering until somebody does. */
const isGiven = ({ why, giver }: ToldTime): boolean => why !== "not-answered" && giver !== null;

/**
 * What volunteers gave, at the value of an hour that each hospital's accounts state (`volunteer-hour-value`), rounded once a
 * hospital. The act names volunteer services and no value; a hospital that states none reports hours alone.
 */
export function illinoisVolunteers(told: readonly ToldTime[], years: readonly FacilityYear[]): IllinoisVolunteers {
  const given = told.filter(isGiven);
  return {
    employees: timeOf(
      given.filter(({ giver }) => employees.has(giver)),
      years,
    ),
    others: timeOf(
      given.filter(({ giver }) => !employees.has(giver)),
      years,
    ),
  };
}

function timeOf(told: readonly ToldTime[], years: readonly FacilityYear[]): VolunteerTime {
  const minutesAt = (facilityId?: string): number =>
    told
      .filter((one) => facilityId === undefined || one.facilityId === facilityId)
      .reduce((sum, { minutes }) => sum + minutes, 0);
  const valued = [...new Set(told.map(({ facilityId }) => facilityId))].flatMap((facilityId) => {
    const hour = accountsOf(years.filter((year) => year.facilityId === facilityId)).of("volunteer-hour-value");
    const minutes = minutesAt(facilityId);
    return hour === null
      ? []
      : [{ minutes, cents: atRatio("illinois", minutes, { numerator: hour, denominator: 60 }) }];
  });
  return {
    entries: told.reduce((sum, { entries }) => sum + entries, 0),
    minutes: minutesAt(),
    valuedMinutes: valued.reduce((sum, { minutes }) => sum + minutes, 0),
    value:
      valued.length === 0
        ? null
        : sumCents(
            "illinois",
            valued.map(({ cents }) => cents),
          ),
  };
}
