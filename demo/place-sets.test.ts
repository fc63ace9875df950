import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gazetteer } from "@evenspan/domain/places/gazetteer";
import { expect, test } from "vitest";
import { placeSetVersions } from "./place-sets.ts";

const repository = fileURLToPath(new URL("..", import.meta.url));
const shared = process.env.EVENSPAN_SHARED ?? path.join(repository, "../shared");
const adjacency = path.join(shared, "data/geo/community_area_adjacency.csv");
if (!existsSync(adjacency)) console.warn(`Which areas touch is not in ${shared}: the line's path is not checked.`);

const placesOf = (id: string, version = 1) =>
  placeSetVersions.find((set) => set.id === id && set.version === version)!.places;

test("the West Side is nine areas, then ten, then twelve communities", () => {
  expect([1, 2, 3].map((version) => placesOf("west-side", version).length)).toEqual([9, 10, 12]);
  for (const version of [2, 3])
    expect(placesOf("west-side", version)).toEqual(expect.arrayContaining([...placesOf("west-side")]));
});

test("the nine are those that the City counts as its West Side", () => {
  for (const id of placesOf("west-side")) expect(gazetteer.place(id)?.side).toBe("West Side");
});

test("every place is known and stands once in its set", () => {
  for (const { places } of placeSetVersions) {
    expect(places.filter((id) => !gazetteer.place(id))).toEqual([]);
    expect(new Set(places).size).toBe(places.length);
  }
});

test("the line runs between the two ends of the gap", () => {
  expect([placesOf("the-line").at(0), placesOf("the-line").at(-1)]).toEqual(placesOf("gap-ends"));
});

test.skipIf(!existsSync(adjacency))("each stop of the line touches the one before", () => {
  const touching = new Set(readFileSync(adjacency, "utf8").match(/^\d+,\d+/gm));
  const stops = placesOf("the-line").map((id) => id.replace("area:", ""));
  for (const [i, stop] of stops.slice(1).entries())
    expect(touching.has(`${stops[i]},${stop}`) || touching.has(`${stop},${stops[i]}`), `${stops[i]} and ${stop}`).toBe(
      true,
    );
});

test("every reason is written in both languages and every set names its source", () => {
  for (const { reason, source } of placeSetVersions) {
    expect(Math.min(reason.en.length, reason.es.length, source.length)).toBeGreaterThan(40);
    expect(reason.en).not.toBe(reason.es);
  }
});
