import { type Cents, centsOf } from "../../kernel/money.ts";
import type { FacilityYear } from "../../ledger/ledger-cell.ts";
import { accountsOf, type MissingAmount } from "../accounts.rules.ts";
import { atRatio, type Ratio } from "../ratio.rules.ts";

/** What Illinois asks of each hospital, even where a system reports as one; null where its accounts do not say it. */
export type IllinoisHospital = Readonly<{
  facilityId: string;
  charityCharges: Cents<"illinois"> | null;
  /** Worksheet C of its most recent Medicare cost report. */
  ratio: Ratio | null;
  charityCost: Cents<"illinois"> | null;
  /** Of it, in the emergency department. */
  emergencyCharityCost: Cents<"illinois"> | null;
  netPatientRevenue: Cents<"illinois"> | null;
  missing: readonly MissingAmount[];
}>;

/** Cost to charge ratios are said to six decimals. */
const millionths = 1_000_000;

/**
 * A hospital's charity care at cost: the charges forgiven, at the total cost to charge ratio of its own Medicare cost report.
 * Source: 210 ILCS 76/10 and 76/20(a)(3).
 */
export function illinoisHospital(year: FacilityYear): IllinoisHospital {
  const accounts = accountsOf([year]);
  const said = accounts.of("medicare-report-ratio");
  const ratio = said === null ? null : { numerator: said, denominator: millionths };
  const charges = accounts.of("charity-charges");
  const emergency = accounts.of("charity-emergency-charges");
  const revenue = accounts.of("net-patient-revenue");
  const atCost = (amount: number | null): Cents<"illinois"> | null =>
    amount === null || ratio === null ? null : atRatio("illinois", amount, ratio);
  return {
    facilityId: year.facilityId,
    charityCharges: charges === null ? null : centsOf("illinois", charges),
    ratio,
    charityCost: atCost(charges),
    emergencyCharityCost: atCost(emergency),
    netPatientRevenue: revenue === null ? null : centsOf("illinois", revenue),
    missing: (
      ["medicare-report-ratio", "charity-charges", "charity-emergency-charges", "net-patient-revenue"] as const
    ).flatMap((name) => accounts.silentOn(name)),
  };
}
