import { foundSystem } from "@evenspan/domain/access/found-system";
import { recordClaim } from "@evenspan/domain/claims/record-claim";
import { defineGoal } from "@evenspan/domain/goals/define-goal";
import type { Outcome } from "@evenspan/domain/kernel/refusal";
import { definePlaceSet } from "@evenspan/domain/places/define-place-set";
import { placeSets } from "@evenspan/domain/places/place-sets";
import { defineFrontPage } from "@evenspan/domain/releases/define-front-page";
import { publicClaims } from "./claims.ts";
import { type DemonstrationDatasets, loadFiles } from "./files.ts";
import { frontLine, frontNumbers } from "./front.ts";
import { halveTheGap } from "./goals.ts";
import { placeSetVersions } from "./place-sets.ts";
import { decideReported } from "./reported-decisions.ts";
import { demonstrationSystemId, rush } from "./rush.ts";
import { asOffice, refusalOf, type Seeding, seedBy } from "./seeding.ts";

/** What the seed made, or found made before. */
export type Seeded = Readonly<{ systemId: string; datasets: DemonstrationDatasets }>;

/**
 * Makes the demonstration: RUSH as a system, its place sets, the four files, the goal, the claims and the first page.
 *
 * It uses the commands that an office uses, and gives the refusal of the first that says no. Running it again changes
 * nothing. The named places must be in the database, as they are after each migration.
 *
 * @param db the database as the app's role
 * @param systemId for a new system; one of the same name that is already there keeps its own
 */
export const seedDemonstration = ({
  db,
  systemId = demonstrationSystemId,
  now,
}: Readonly<{ db: Seeding["db"]; systemId?: string; now: Date }>): Promise<Outcome<Seeded>> =>
  refusalOf(async () => {
    const there = await db.selectFrom("systems").where("slug", "=", rush.slug).select("system_id").executeTakeFirst();
    const seeding = { db, systemId: there?.system_id ?? systemId, now };
    await seedBy(seeding, foundSystem, rush);
    await seedPlaceSets(seeding);
    const datasets = await loadFiles(seeding);
    await decideReported(seeding, datasets.reported);
    await seedBy(seeding, defineGoal, { ...halveTheGap, baselineDatasetId: datasets.published });
    for (const claim of publicClaims) await seedBy(seeding, recordClaim, claim);
    await seedBy(seeding, defineFrontPage, { line: frontLine, goal: halveTheGap.id, numbers: [...frontNumbers] });
    return { systemId: seeding.systemId, datasets };
  });

/** A version that is already there is not added again, though a newer one came after it. */
async function seedPlaceSets(seeding: Seeding): Promise<void> {
  const there = await asOffice(seeding, ({ db, systemId }) => placeSets(db, systemId));
  for (const { version, ...definition } of placeSetVersions)
    if (!there.some((set) => set.id === definition.id && set.version === version))
      await seedBy(seeding, definePlaceSet, { ...definition, places: [...definition.places] });
}
