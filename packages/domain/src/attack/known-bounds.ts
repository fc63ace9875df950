import { attackRecord, type Known, type RecordAttack } from "@evenspan/disclosure-audit/attack-record";
import { type PlaceSet, placeSetRef } from "../places/place-set.ts";
import { publicationRules } from "../publication/publication.rules.ts";
import { type CountsTold, countsTold } from "./counts-told.ts";
import { publicRecord } from "./public-record.ts";
import type { ToldRelease } from "./told-release.ts";

/** Bounds of counts by id. */
export type KnownBounds = ReadonlyMap<string, Known>;

/** What is known of the counts that a release or an earlier one keeps, and how the attack went. */
export type KnownNow = Readonly<{ told: CountsTold; attacked: RecordAttack }>;

/** Solves all that a release and those before it tell. See attackRelease for what is given. */
export async function knownNow(
  today: ToldRelease,
  before: readonly ToldRelease[],
  truth: ReadonlyMap<string, number>,
): Promise<KnownNow> {
  const told = countsTold(today, before, truth);
  const guarded = new Set([...told.counts].flatMap(([id, { kept }]) => (kept.size > 0 ? id : [])));
  const together = await attackTold(told, setsOf([...before, today]), guarded);
  const falsely = ([id, { lower, upper }]: readonly [string, Known]): boolean => {
    const count = truth.get(id);
    return count !== undefined && (count < lower || count > upper);
  };
  const restated = [...together.known].filter(falsely).map(([id]) => id);
  if (restated.length === 0) return { told, attacked: together };
  const alone = await attackTold(countsTold(today, [], truth), today.placeSets, guarded);
  return { told, attacked: withoutRestated(together, alone, restated, falsely) };
}

/**
 * Bounds that leave out the truth come of counts that were restated: such counts are known as today's release alone tells
 * them. Where that leaves out the truth as well, its own sums do not hold.
 */
function withoutRestated(
  { known: all, untried, ...rest }: RecordAttack,
  alone: RecordAttack,
  restated: readonly string[],
  falsely: (one: readonly [string, Known]) => boolean,
): RecordAttack {
  const known = new Map(all);
  let [beforeApart, contradicting] = [untried.beforeApart, untried.contradicting];
  for (const id of restated) {
    const bounds = alone.known.get(id);
    if (bounds && falsely([id, bounds])) contradicting++;
    else beforeApart++;
    if (bounds) known.set(id, bounds);
    else known.delete(id);
  }
  return { ...rest, known, untried: { ...untried, beforeApart, contradicting } };
}

/** What earlier releases tell of counts by themselves: to keep what they gave away would protect nobody. */
export async function knownThen(before: readonly ToldRelease[], guarded: ReadonlySet<string>): Promise<KnownBounds> {
  const [newest] = before.slice(-1);
  if (!newest) return new Map();
  const told = countsTold(newest, before.slice(0, -1), new Map());
  return (await attackTold(told, setsOf(before), guarded)).known;
}

/** Every version of a place set that any of the releases tells of. */
const setsOf = (releases: readonly ToldRelease[]): readonly PlaceSet[] => [
  ...new Map(releases.flatMap(({ placeSets }) => placeSets.map((set) => [placeSetRef(set), set]))).values(),
];

const rule = { largestWithheld: publicationRules.largestWithheldCount };

/** What is known of guarded counts: those that are told somewhere need no working out. */
async function attackTold(
  told: CountsTold,
  sets: readonly PlaceSet[],
  guarded: ReadonlySet<string>,
): Promise<RecordAttack> {
  const attacked = await attackRecord(publicRecord(told, sets, guarded), { rule, guarded });
  const known = new Map(attacked.known);
  for (const id of guarded) {
    const count = told.counts.get(id)?.count ?? null;
    if (count !== null) known.set(id, { lower: count, upper: count });
  }
  return { ...attacked, known };
}
