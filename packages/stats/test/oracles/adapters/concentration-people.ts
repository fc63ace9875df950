import {
  concentrationIndex,
  fractionalRanks,
  isUndefined,
  type PeopleConcentrationOptions,
} from "../../../src/index.ts";
import { type Answer, departing, type OracleCase } from "../oracle.ts";

const correction =
  "rineq divides weighted covariances by 1 − Σp² and multiplies by (n − 1)/n, which cancel only for equal weights; compared after that";
const sampleRanks = "rineq leaves 1/(1 − Σp²) of the sample variance of ranks in the variance; compared after that";
const heldFactor = `${sampleRanks}, and after its factor held fixed though the mean varies`;
const ranksOnly = "rineq gives the variance of the ranks, not of the index";
const unweighted = "rineq leaves the weights out of the concentration curve and the sum of squares";
const tied = "rineq ranks equal people by their order in the file; here they share the middle of their ranks";

const variances = { linreg_delta: "delta", linreg_convenience: "convenience", direct: "kakwani" } as const;
const kinds = { CI: "relative", CIg: "generalised", CIc: "erreygers", CIw: "wagstaff" } as const;

/** Concentration indices of people, by each of rineq's methods and kinds. */
export function concentrationPeopleCase({ input, options }: OracleCase): Answer {
  const { outcome: outcomes, rank_variable: rankedBy, weights } = input;
  const people = { outcomes, rankedBy, weights };
  const method: keyof typeof variances | "cov_convenience" = options.method;
  const kind = kinds[options.type as keyof typeof kinds];
  const bounds = kind === "erreygers" ? ([Math.min(...outcomes), Math.max(...outcomes)] as const) : ([0, 1] as const);
  const given: PeopleConcentrationOptions = { kind, bounds };
  const index = concentrationIndex(people, given);
  const plain = concentrationIndex(people, method === "cov_convenience" ? {} : { variance: variances[method] });
  if (isUndefined(index)) return index;
  if (isUndefined(plain) || isUndefined(plain.limits)) throw new Error("The index has no limits.");
  const total = weights.reduce((sum: number, w: number) => sum + w, 0);
  const left = 1 - weights.reduce((sum: number, w: number) => sum + (w / total) ** 2, 0);
  const n = outcomes.length;
  const factor = (n - 1) / n / left;
  const equal = Math.abs(factor - 1) < 1e-12;
  const exact = equal || method === "direct";
  const ties = new Set(rankedBy).size < n;
  const ranks = fractionalRanks(rankedBy, weights);
  const variance = plain.limits.standardError ** 2;
  const ofKind = (index.value / plain.value) ** 2;
  return {
    value: exact ? index.value : departing(correction, index.value * factor),
    variance: varianceShown(method, kind, { equal, ties }, (variance * ofKind) / left ** 2, variance),
    fractional_rank: ties ? departing(tied, ranks, 0.51 / n) : ranks,
  };
}

type Data = Readonly<{ equal: boolean; ties: boolean }>;

function varianceShown(method: string, kind: string, { equal, ties }: Data, adjusted: number, variance: number) {
  if (method === "cov_convenience") return departing(ranksOnly);
  if (method === "direct") return equal ? departing(tied, variance, 1e-4 * variance) : departing(unweighted);
  const reason = kind === "relative" ? sampleRanks : heldFactor;
  return ties ? departing(`${reason}; ${tied}`, adjusted, 1e-4 * adjusted) : departing(reason, adjusted);
}
