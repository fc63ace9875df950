import { type CountName, countId } from "./count-name.ts";
import type { Telling } from "./told-by-figures.ts";
import type { ToldRelease } from "./told-release.ts";

/** When something was told: by the release at hand, or before it. */
export type Time = "today" | "before";

/** A count of which something was told, under its newest name. */
export type Count = Readonly<{
  name: CountName;
  /** Its number, where one was told. */
  count: number | null;
  /** When its number was told, when it was said to be kept, and when anything was told of it. */
  told: ReadonlySet<Time>;
  kept: ReadonlySet<Time>;
  seen: ReadonlySet<Time>;
}>;

/** A file of rows, or the figures of a release, that tells a count differently from a newer one: under an old name. */
export type OldCounts = Readonly<{
  time: Time;
  /** Ids of everything that the source tells. */
  ids: ReadonlySet<string>;
  /** The counts that it tells differently, by id. */
  counts: ReadonlyMap<string, number>;
}>;

/** All that was told, the newest first, and where older sources differ from it. */
export type CountsTold = Readonly<{
  counts: ReadonlyMap<string, Count>;
  old: readonly OldCounts[];
  /** Bounds and rates that were told, with the time. */
  others: readonly Readonly<{ telling: Telling; time: Time }>[];
}>;

type Growing = { name: CountName; count: number | null } & Readonly<Record<"told" | "kept" | "seen", Set<Time>>>;

const unknown = (name: CountName): Growing => ({
  name,
  count: null,
  told: new Set(),
  kept: new Set(),
  seen: new Set(),
});

/**
 * Puts together what a release and those before it tell: a count told anywhere is known everywhere. Where an older source
 * tells another number, the count was restated since, and the old number is a count of its own.
 *
 * @param before earlier releases, the oldest first
 * @param truth true numbers by id: an older number is that of a count which is kept today only where it still holds
 */
export function countsTold(
  today: ToldRelease,
  before: readonly ToldRelease[],
  truth: ReadonlyMap<string, number>,
): CountsTold {
  const counts = new Map<string, Growing>();
  const old: OldCounts[] = [];
  const others: { telling: Telling; time: Time }[] = [];
  const releases = [today, ...[...before].reverse()];
  const sources = releases.flatMap((release, at) =>
    release.sources.map((tellings) => ({ tellings, time: at === 0 ? ("today" as const) : ("before" as const) })),
  );
  for (const { tellings, time } of sources) {
    const differing = new Map<string, number>();
    const ids = new Set<string>();
    for (const telling of tellings) {
      const id = countId(telling.name);
      const known = counts.get(id) ?? unknown(telling.name);
      counts.set(id, known);
      known.seen.add(time);
      ids.add(id);
      const newest = known.count ?? (known.kept.has("today") ? truth.get(id) : undefined);
      if (telling.tells === "kept") known.kept.add(time);
      else if (telling.tells !== "count") others.push({ telling, time });
      else if (newest !== undefined && newest !== telling.count) differing.set(id, telling.count);
      else {
        known.count = telling.count;
        known.told.add(time);
      }
    }
    if (differing.size > 0) old.push({ time, ids, counts: differing });
  }
  return { counts, old, others };
}
