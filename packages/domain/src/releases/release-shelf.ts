import type { Database } from "@evenspan/database/schema";
import { inTenant } from "@evenspan/database/tenant";
import type { Kysely } from "kysely";
import { openRelease, publishedRelease } from "./open-release.ts";
import type { PublishedRelease } from "./published-release.ts";

/** Published releases, held open: what is current now, and any other by its number. */
export type ReleaseShelf = Readonly<{
  current: () => Promise<PublishedRelease | null>;
  numbered: (number: number) => Promise<PublishedRelease | null>;
}>;

/** How many releases besides the current one are held open at once. */
const heldOpen = 3;

/**
 * A shelf over the reader's view of one system.
 *
 * Which releases are public is asked of the database at most once in `freshForMs`, so that a request costs no query; a
 * release itself never changes and is read once. One that was withdrawn leaves the shelf when it is asked for next.
 * Where the database does not answer, what is known is served on.
 *
 * @param clock milliseconds, as Date.now gives them
 */
export function releaseShelf(
  reader: Kysely<Database>,
  systemId: string,
  { freshForMs, clock }: Readonly<{ freshForMs: number; clock: () => number }>,
): ReleaseShelf {
  const published = (number?: number) => inTenant(reader, systemId, (db) => publishedRelease(db, systemId, number));
  let open: PublishedRelease | null = null;
  let askedAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | null = null;
  const ask = async (): Promise<void> => {
    // Also where the database does not answer: it is asked again after the pause, not at every request.
    if (open !== null) askedAt = clock();
    const found = await published();
    if (found?.releaseId !== open?.id) open = found && (await openRelease(reader, systemId, found.number));
    askedAt = clock();
  };
  const others = new Map<number, Held>();
  const stillPublished = async ({ release }: Held, number: number): Promise<PublishedRelease | null> => {
    const isPublic = await published(number).then(
      (found) => found !== null,
      () => true,
    );
    return isPublic ? release : null;
  };
  return {
    current: async () => {
      if (clock() - askedAt < freshForMs) return open;
      asking ??= ask().finally(() => {
        asking = null;
      });
      if (open === null) await asking;
      else await asking.catch(() => {});
      return open;
    },
    numbered: (number) => {
      const held = others.get(number);
      if (held && clock() - held.askedAt < freshForMs) return held.release;
      const release = held ? stillPublished(held, number) : openRelease(reader, systemId, number);
      hold(others, number, { askedAt: clock(), release });
      return release;
    },
  };
}

/** A release that is held open, or being opened, and when it was last known to be public. */
type Held = Readonly<{ askedAt: number; release: Promise<PublishedRelease | null> }>;

/** Holds the releases asked for last; what turns out not to be there, or could not be opened, is let go. */
function hold(others: Map<number, Held>, number: number, held: Held): void {
  others.delete(number);
  others.set(number, held);
  const letGo = () => {
    if (others.get(number) === held) others.delete(number);
  };
  held.release.then((release) => release ?? letGo(), letGo);
  if (others.size > heldOpen) others.delete(others.keys().next().value!);
}
