import { sumCents } from "../../kernel/money.ts";
import type { CountedActivity } from "../activity-costs.rules.ts";
import { lineOfCategory } from "../cha-categories.ts";
import type { JointVenture } from "../joint-venture.ts";
import { atRatio, ofBasisPoints } from "../ratio.rules.ts";
import { amountsOf, type LineAmounts, noCents } from "../worksheets/worksheet.ts";
import type { LineInput } from "./benefit-table.rules.ts";
import { type BenefitLine, type PartOneLine, type PartTwoLine, partOneLines, partTwoLines } from "./lines.ts";
import type { TaxYearRules } from "./tax-year-rules.ts";

/** The organization's share of what joint ventures spent and took in, by line. */
export type VentureAmounts = ReadonlyMap<BenefitLine, LineAmounts>;

/** The share of joint ventures, each amount rounded once. */
export function ventureAmounts(ventures: readonly JointVenture[]): VentureAmounts {
  const sums = new Map<BenefitLine, LineAmounts>();
  for (const { shareBasisPoints, benefits } of ventures) {
    const share = ofBasisPoints(shareBasisPoints);
    for (const { line, expenseCents, offsetCents } of benefits) {
      const { expense, offset } = sums.get(line) ?? { expense: noCents, offset: noCents };
      sums.set(line, {
        expense: sumCents("irs", [expense, atRatio("irs", expenseCents, share)]),
        offset: sumCents("irs", [offset, atRatio("irs", offsetCents, share)]),
      });
    }
  }
  return sums;
}

/** What the lines of Part I are made of: what the worksheets carry on, and the share of joint ventures. */
export const partOneInputs = (
  carried: Readonly<Record<PartOneLine, LineAmounts | null>>,
  counted: readonly CountedActivity<"irs">[],
  ventures: VentureAmounts,
): Readonly<Record<PartOneLine, LineInput>> =>
  recordOf(partOneLines, (line) => lineInput(line, carried[line], counted, ventures));

/** What the lines of Part II are made of: activities that build the community, and the share of joint ventures. */
export const partTwoInputs = (
  rules: TaxYearRules,
  counted: readonly CountedActivity<"irs">[],
  ventures: VentureAmounts,
): Readonly<Record<PartTwoLine, LineInput>> =>
  recordOf(partTwoLines, (line) => {
    const own = counted.filter(({ category }) => lineOfCategory(category) === line);
    return lineInput(line, own.length === 0 ? null : amountsOf(own, rules), counted, ventures);
  });

function recordOf<K extends string, V>(keys: readonly K[], of: (key: K) => V): Readonly<Record<K, V>> {
  return Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, V>;
}

function lineInput(
  line: BenefitLine,
  own: LineAmounts | null,
  counted: readonly CountedActivity<"irs">[],
  ventures: VentureAmounts,
): LineInput {
  const parts = [own, ventures.get(line)].flatMap((one) => one ?? []);
  if (parts.length === 0) return null;
  const activities = counted.filter(({ category }) => lineOfCategory(category) === line);
  const people = activities.flatMap((it) => it.people ?? []);
  const cents = (column: keyof LineAmounts) =>
    sumCents(
      "irs",
      parts.map((part) => part[column]),
    );
  return {
    activities: activities.length === 0 ? null : new Set(activities.map(({ activityId }) => activityId)).size,
    people: people.length === 0 ? null : people.reduce((sum, one) => sum + one, 0),
    expense: cents("expense"),
    offset: cents("offset"),
  };
}
