import { attackRecord, type Known, type RecordAttack } from "@evenspan/disclosure-audit/attack-record";
import { type PlaceSet, placeSetRef } from "../places/place-set.ts";
import { publicationRules } from "../publication/publication.rules.ts";
import { type CountsTold, countsTold } from "../told/counts-told.ts";
import type { ToldRelease } from "../told/told-release.ts";
import { publicRecord } from "./public-record.ts";

/** Bounds of counts by id. */
export type KnownBounds = ReadonlyMap<string, Known>;

/** What is known of the counts that a release or an earlier one keeps, and how the attack went. */
export type KnownNow = Readonly<{
  told: CountsTold;
  attacked: RecordAttack;
  /** Counts that what was told before could not be held against, or not all of it. */
  beforeApart: number;
}>;

/**
 * Solves all that a release and those before it tell. See attackRelease for what is given.
 *
 * Where sums as they were told before contradict today's, a count in them was restated: then the changed sums are left
 * out, and where that does not help, all that was told before. So too where the truth does not lie within the bounds.
 */
export async function knownNow(
  today: ToldRelease,
  before: readonly ToldRelease[],
  truth: ReadonlyMap<string, number>,
): Promise<KnownNow> {
  const told = countsTold(today, before, truth);
  const sets = setsOf([...before, today]);
  const guarded = new Set([...told.counts].flatMap(([id, { kept }]) => (kept.size > 0 ? id : [])));
  const all = await attackTold(told, sets, guarded);
  const isFalse = (id: string, bounds: Known | undefined): boolean => {
    const count = truth.get(id);
    return bounds !== undefined && count !== undefined && (count < bounds.lower || count > bounds.upper);
  };
  const known = new Map(all.known);
  const apart = new Set([...all.apart, ...[...known.keys()].filter((id) => isFalse(id, known.get(id)))]);
  if (apart.size === 0) return { told, attacked: all, beforeApart: 0 };
  const unchanged = await attackTold({ ...told, old: [] }, sets, guarded);
  const alone = await attackTold(countsTold(today, [], truth), today.placeSets, guarded);
  let contradicting = all.untried.contradicting;
  for (const id of apart) {
    const together = unchanged.apart.has(id) ? undefined : unchanged.known.get(id);
    const bounds = together && !isFalse(id, together) ? together : alone.known.get(id);
    if (bounds) known.set(id, bounds);
    else known.delete(id);
    if (isFalse(id, bounds)) contradicting++;
  }
  return { told, attacked: { ...all, known, untried: { ...all.untried, contradicting } }, beforeApart: apart.size };
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
