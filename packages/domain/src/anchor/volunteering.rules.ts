import { type Ratio, ratio } from "../benefit/ratio.rules.ts";
import type { LedgerCell } from "../ledger/ledger-cell.ts";

/** Hours that employees gave as volunteers, in minutes. Paid and unpaid are told apart, and neither has a price here. */
export type EmployeeVolunteering = Readonly<{
  paidMinutes: number;
  unpaidMinutes: number;
  /** Of both, in the anchor places, and where nobody said the place. */
  localMinutes: number;
  unplacedMinutes: number;
  entries: number;
}>;

const employees: ReadonlySet<LedgerCell["giver"]> = new Set(["staff", "faculty", "resident"]);

/**
 * Employees' volunteering: time on the activities that the office runs as volunteering. Students, the board and the
 * community are no employees and are told elsewhere.
 *
 * @param volunteerActivities the activities that are volunteering
 * @param places the places of the anchor set, by id
 */
export function employeeVolunteering(
  cells: readonly LedgerCell[],
  volunteerActivities: ReadonlySet<string>,
  places: ReadonlySet<string>,
): EmployeeVolunteering {
  const given = cells.filter(
    ({ kind, giver, activityId }) =>
      (kind === "paid-time" || kind === "unpaid-time") &&
      employees.has(giver) &&
      activityId !== null &&
      volunteerActivities.has(activityId),
  );
  const isPaid = ({ kind, onPaidTime }: LedgerCell): boolean => kind === "paid-time" && onPaidTime !== false;
  return {
    paidMinutes: minutes(given.filter(isPaid)),
    unpaidMinutes: minutes(given.filter((cell) => !isPaid(cell))),
    localMinutes: minutes(given.filter(({ placeId }) => placeId !== null && places.has(placeId))),
    unplacedMinutes: minutes(given.filter(({ placeId }) => placeId === null)),
    entries: given.reduce((sum, { entries }) => sum + entries, 0),
  };
}

const minutes = (cells: readonly LedgerCell[]): number => cells.reduce((sum, cell) => sum + cell.minutes, 0);

/** Hours worked on a capital project by people of one place; null where nobody said it. */
export type LaborHours = Readonly<{ placeId: string | null; minutes: number }>;

/** Local labor on capital projects, by hours and not by heads. */
export type ProjectLabor = Readonly<{
  minutes: number;
  localMinutes: number;
  unplacedMinutes: number;
  localShare: Ratio | null;
}>;

/**
 * Local labor on capital projects.
 *
 * @example
 * projectLabor([{ placeId: "zip:60612", minutes: 60 }, { placeId: null, minutes: 180 }], new Set(["zip:60612"])).localShare
 * // => { numerator: 60, denominator: 240 }
 */
export function projectLabor(hours: readonly LaborHours[], places: ReadonlySet<string>): ProjectLabor {
  const sum = (of: readonly LaborHours[]): number => of.reduce((all, one) => all + one.minutes, 0);
  const all = sum(hours);
  const local = sum(hours.filter(({ placeId }) => placeId !== null && places.has(placeId)));
  return {
    minutes: all,
    localMinutes: local,
    unplacedMinutes: sum(hours.filter(({ placeId }) => placeId === null)),
    localShare: ratio(local, all),
  };
}
