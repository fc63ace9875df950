import { type Cents, lessCents, sumCents } from "../../kernel/money.ts";
import type { Accounts } from "../accounts.rules.ts";
import type { CountedActivity } from "../activity-costs.rules.ts";
import type { BenefitPart } from "../benefit-part.ts";
import { expenseOf, type LineAmounts, netOf, noCents, offsetOf, orNull } from "../worksheets/worksheet.ts";
import type { BenefitRow } from "./benefit-table.rules.ts";
import type { VentureAmounts } from "./line-inputs.rules.ts";
import { type PartOneLine, partOneLines } from "./lines.ts";
import type { TaxYearRules } from "./tax-year-rules.ts";

/** What the parts of the total of Part I are worked out from. */
export type IrsPartsInput = Readonly<{
  accounts: Accounts;
  counted: readonly CountedActivity<"irs">[];
  carried: Readonly<Record<PartOneLine, LineAmounts | null>>;
  ventures: VentureAmounts;
  /** Line 7k. */
  total: BenefitRow;
  rules: TaxYearRules;
}>;

const negative = (cents: Cents<"irs">): Cents<"irs"> => lessCents("irs", noCents, cents);

/** What the net total of Part I (line 7k, column e) is made of, by cause. The parts add to it to the cent. */
export function irsParts(input: IrsPartsInput): readonly BenefitPart<"irs">[] {
  const { counted, total, rules, ventures } = input;
  const benefit = counted.filter(({ category }) => !category.startsWith("F"));
  const sum = (of: (it: CountedActivity<"irs">) => Cents<"irs">): Cents<"irs"> => sumCents("irs", benefit.map(of));
  const care = sum((it) => it.care);
  const fees = sum((it) => it.fees);
  const grants = lessCents(
    "irs",
    sum((it) => offsetOf(it, rules)),
    fees,
  );
  const ofVentures = partOneLines.flatMap((line) => ventures.get(line) ?? []).map(netOf);
  return [
    ...meansTestedParts(input),
    ...otherAccountParts(input),
    { cause: "activities", cents: lessCents("irs", sum(expenseOf), care) },
    { cause: "care-without-charge", cents: care },
    { cause: "fees", cents: negative(fees) },
    { cause: "restricted-grants", cents: negative(grants) },
    { cause: "joint-ventures", cents: sumCents("irs", ofVentures) },
    { cause: "below-zero", cents: lessCents("irs", total.reportedNet ?? noCents, total.net ?? noCents) },
  ];
}

const meansTested = [
  ["charity-care", "7a", "charity-provider-taxes", "charity-pool-revenue"],
  ["medicaid", "7b", "medicaid-provider-taxes", "medicaid-pool-revenue"],
  ["other-means-tested", "7c", "means-tested-provider-taxes", "means-tested-pool-revenue"],
] as const;

/** Lines 7a to 7c, where they are filled in: provider taxes and pool payments apart from the rest. */
function meansTestedParts({ accounts, carried }: IrsPartsInput): BenefitPart<"irs">[] {
  return meansTested.flatMap(([cause, line, taxesName, poolsName]) => {
    const filled = carried[line];
    if (filled === null) return [];
    const [taxes, pools] = [orNull(accounts.orNone(taxesName))!, orNull(accounts.orNone(poolsName))!];
    return [
      { cause, cents: sumCents("irs", [netOf(filled), pools, negative(taxes)]) },
      { cause: "provider-taxes", cents: taxes },
      { cause: "pool-revenue", cents: negative(pools) },
    ];
  });
}

/** What lines 7f to 7h have from the accounts, beside their activities. */
function otherAccountParts({ carried, counted, rules }: IrsPartsInput): BenefitPart<"irs">[] {
  const lines = [
    ["education", "7f", "B"],
    ["subsidized-services", "7g", "C"],
    ["research", "7h", "D"],
  ] as const;
  return lines.flatMap(([cause, line, letter]) => {
    const filled = carried[line];
    if (filled === null) return [];
    const own = counted
      .filter(({ category }) => category.startsWith(letter))
      .map((it) => lessCents("irs", expenseOf(it), offsetOf(it, rules)));
    return [{ cause, cents: lessCents("irs", netOf(filled), sumCents("irs", own)) }];
  });
}
