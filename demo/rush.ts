import { actorWith } from "@evenspan/domain/kernel/actor";

/** Where RUSH lists its hospitals and the assessments that each of them takes part in. */
const hospitalsSource =
  "RUSH, CHNA/CHIP Reports and CBR, https://rush.edu/about-us/rush-community/chnachip-reports-and-cbr";

/** RUSH as a system of the demonstration: its hospitals are real and public, the work shown under it is not RUSH's. */
export const rush = {
  slug: "rush",
  name: "RUSH University System for Health",
  kind: "system" as const,
  demonstration: true,
  facilities: [
    hospital("rush-university-medical-center", "RUSH University Medical Center", "Chicago"),
    hospital("rush-oak-park-hospital", "RUSH Oak Park Hospital", "Oak Park"),
    hospital("rush-copley-medical-center", "RUSH Copley Medical Center", "Aurora"),
  ],
};

/** The id of the demonstration where it is founded anew. */
export const demonstrationSystemId = "0e5ba400-0000-4000-8000-000000002030";

/**
 * RUSH's office, in whose name the seed acts: it is what loaded the files and defined the sets, for the record.
 * Source: https://rush.edu/about-us/rush-community
 */
export const seedActor = actorWith(
  "Office of Community Health Equity and Engagement (demonstration)",
  ...(["administrator", "analyst"] as const),
);

function hospital(id: string, name: string, city: string) {
  return { id, name, city, source: hospitalsSource };
}
