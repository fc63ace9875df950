import type { Database } from "@evenspan/database/schema";
import { inTenant } from "@evenspan/database/tenant";
import type { Kysely } from "kysely";
import { openRelease, publishedRelease } from "./open-release.ts";
import type { PublishedRelease } from "./published-release.ts";

/** Published releases, held open: what is current now, and any other by its number. */
export type ReleaseShelf = Readonly<{
  current: () => Promise<PublishedRelease | null>;
  byNumber: (number: number) => Promise<PublishedRelease | null>;
}>;

/** How many releases besides the current one are held open at once. */
const heldOpen = 3;

/**
 * A shelf over the reader's view of one system.
 *
 * Which release is current is asked of the database at most once in `freshForMs`, so that a request costs no query; a
 * release itself never changes and is read once. Where the database does not answer, the last one known is served on.
 *
 * @param clock milliseconds, as Date.now gives them
 */
export function releaseShelf(
  reader: Kysely<Database>,
  systemId: string,
  { freshForMs, clock }: Readonly<{ freshForMs: number; clock: () => number }>,
): ReleaseShelf {
  const others = new Map<number, Promise<PublishedRelease | null>>();
  let open: PublishedRelease | null = null;
  let askedAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | null = null;
  const ask = async (): Promise<void> => {
    const found = await inTenant(reader, systemId, (db) => publishedRelease(db, systemId));
    if (found?.releaseId !== open?.id) open = found && (await openRelease(reader, systemId, found.number));
    askedAt = clock();
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
    byNumber: (number) => {
      const held = others.get(number);
      if (held) return held;
      const opening = openRelease(reader, systemId, number);
      others.set(number, opening);
      opening.then((release) => release ?? others.delete(number)).catch(() => others.delete(number));
      if (others.size > heldOpen) others.delete(others.keys().next().value!);
      return opening;
    },
  };
}
