import fc from "fast-check";
import { expect, test } from "vitest";
import { indicators } from "../indicators/indicators.ts";
import { counted, dataset, placeSet, readingsOf } from "../indicators/testing.ts";
import { isRefusal } from "../kernel/refusal.ts";
import { communityAreaIds } from "../places/chicago.ts";
import { publishable } from "../publication/publication.rules.ts";
import type { Sex } from "../sources/observation.ts";
import { trueCounts } from "../told/true-counts.ts";
import { attackRelease } from "./attack-release.ts";
import { releaseOf } from "./testing.ts";

const areas = communityAreaIds.slice(0, 5);
const firstAges = [0, 25, 65, 75];
const sexes: readonly Sex[] = ["female", "male"];
const causes = ["all", "stroke", "homicide"];

/** Deaths of an area, sex and cause by age: few or many. */
const byAge = fc.oneof(
  fc.tuple(fc.nat(2), fc.nat(3), fc.nat(4), fc.nat(4)),
  fc.tuple(fc.nat(5), fc.nat(20), fc.nat(30), fc.nat(40)),
);
const tables = fc.record({
  deaths: fc.array(byAge, { minLength: areas.length * sexes.length * causes.length, maxLength: 30 }),
  members: fc.array(fc.subarray([...areas], { minLength: 2 }), { maxLength: 3 }),
});

test("what the rules let out stands the attack: areas, both sexes, sets that overlap, causes, all indicators", async () => {
  await fc.assert(
    fc.asyncProperty(tables, async ({ deaths, members }) => {
      const sets = members.map((places, i) => placeSet(`set-${i}`, ...places));
      const cells = areas.flatMap((place) => sexes.flatMap((sex) => causes.map((cause) => ({ place, sex, cause }))));
      const drawn = new Map(cells.map(({ place, sex, cause }, i) => [`${place} ${sex} ${cause}`, deaths[i]!]));
      // All causes are those that are named, and some others.
      const ages = ({ place, sex, cause }: (typeof cells)[number]) =>
        firstAges.map((_, i) =>
          (cause === "all" ? causes : [cause]).reduce((sum, one) => sum + drawn.get(`${place} ${sex} ${one}`)![i]!, 0),
        );
      const asAges = (counts: readonly number[]) => Object.fromEntries(firstAges.map((age, i) => [age, counts[i]!]));
      const readings = readingsOf({
        ...{ datasets: [dataset("people"), dataset("deaths")], placeSets: sets },
        deaths: cells.flatMap((cell) => counted({ dataset: "deaths", from: 2010, ...cell, ages: asAges(ages(cell)) })),
        people: areas.flatMap((place) =>
          sexes.flatMap((sex) =>
            counted({ dataset: "people", place, from: 2010, sex, ages: asAges([900, 800, 700, 600]) }),
          ),
        ),
      });
      const drafts = indicators.flatMap((one) => one.make(readings));
      const outcome = await attackRelease(releaseOf(publishable(drafts, sets), sets), [], trueCounts(drafts, []));
      if (isRefusal(outcome)) throw new Error(outcome.message);
      expect(outcome.untried).toEqual({ linearBounds: 0, elimination: 0, contradicting: 0, beforeApart: 0 });
    }),
    // No law: years lost are bounded sum by sum only. So the tables are the same each time.
    { numRuns: 40, seed: 2010 },
  );
}, 60_000);
