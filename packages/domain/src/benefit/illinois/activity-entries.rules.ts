import { type Cents, lessCents, sumCents } from "../../kernel/money.ts";
import type { CountedActivity } from "../activity-costs.rules.ts";
import type { Cause } from "../benefit-part.ts";
import type { IllinoisEntry } from "./entry.ts";
import { type IllinoisLine, illinoisLineOf } from "./lines.ts";

const nothing = sumCents("illinois", []);

/**
 * What an activity is in the lines of Illinois. The act counts what is not reimbursed, so fees and restricted grants are
 * always taken off, in the line of the cost.
 */
export function activityEntries(
  it: CountedActivity<"illinois">,
  isLanguageAssistance: boolean,
): readonly IllinoisEntry[] {
  const line = isLanguageAssistance ? "language-assistance" : illinoisLineOf[it.category].line;
  const cost = sumCents("illinois", [it.cash, it.goods, it.space, it.indirect]);
  const timeLine = !isLanguageAssistance && it.category === "E3" ? "employee-volunteers" : line;
  const whole = wholeCause(it, isLanguageAssistance);
  const of = (at: IllinoisLine, cause: Cause, cents: Cents<"illinois">): IllinoisEntry => ({
    line: at,
    cause: whole ?? cause,
    cents,
  });
  return [
    of(timeLine, "activities", it.time),
    of(line, "activities", cost),
    of(line, "care-without-charge", it.care),
    of(line, "fees", lessCents("illinois", nothing, it.fees)),
    of(line, "restricted-grants", lessCents("illinois", nothing, it.grants)),
  ].filter(({ cents }) => cents !== 0);
}

/** What the IRS has nothing of in line 7 is one cause as a whole. */
function wholeCause({ category }: CountedActivity<"illinois">, isLanguageAssistance: boolean): Cause | null {
  if (isLanguageAssistance) return "language-assistance";
  return category.startsWith("F") ? "community-building" : null;
}
