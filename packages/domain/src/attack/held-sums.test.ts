import { expect, test } from "vitest";
import { placeSet } from "../indicators/testing.ts";
import { type CountName, countId } from "../told/count-name.ts";
import type { Count } from "../told/counts-told.ts";
import { heldSums } from "./held-sums.ts";
import { sumsAmong } from "./sums-among.ts";

type Told = Readonly<Record<string, number | null>>;

const name = (key: string): CountName => {
  const [place, sex, cause = "all"] = key.split(" ");
  const where = place as CountName["place"];
  return { of: "deaths", place: where, from: 2010, to: 2010, sex: sex!, cause, ageFrom: 0, ageBelow: null };
};

/** How the sums among counts hold, by their totals; those that tell nothing are not there. */
function held(told: Told): Readonly<Record<string, string>> {
  const counts = new Map(
    Object.entries(told).map(([key, count]) => {
      const times = { told: new Set<never>(), kept: new Set<never>(), seen: new Set<never>() };
      return [countId(name(key)), { name: name(key), count, ...times } satisfies Count];
    }),
  );
  const sums = sumsAmong(Object.keys(told).map(name), [placeSet("west", "area:25", "area:26")]);
  return Object.fromEntries(
    heldSums(sums, counts).map(({ kind, total, hasRest }) => [
      `${kind} ${total.split("|")[1]}`,
      hasRest ? "with a rest" : "exactly",
    ]),
  );
}

test("what adds up wherever it is told in full adds up elsewhere, too", () => {
  const told = { "area:25 all": 30, "area:25 female": 10, "area:25 male": 20 };
  expect(held({ ...told, "area:26 all": 15, "area:26 female": null, "area:26 male": null })).toEqual({
    ...{ "sexes area:25": "exactly", "sexes area:26": "exactly" },
  });
});

test("where one sum falls short (a sex not known), all may", () => {
  const told = { "area:25 all": 31, "area:25 female": 10, "area:25 male": 20 };
  expect(held({ ...told, "area:26 all": 15, "area:26 female": null, "area:26 male": 9 })).toEqual({
    ...{ "sexes area:25": "with a rest", "sexes area:26": "with a rest" },
  });
});

test("where the parts of one are more than their total, none of its kind tells anything", () => {
  const told = { "area:25 all": 29, "area:25 female": 10, "area:25 male": 20 };
  expect(held({ ...told, "area:26 all": 15, "area:26 female": null, "area:26 male": 9 })).toEqual({});
});

test("where nothing is told in full, sexes add up, and the city may hold deaths of no known address", () => {
  expect(held({ "area:26 all": 15, "area:26 female": null, "area:26 male": 9 })).toEqual({
    "sexes area:26": "exactly",
  });
  expect(held({ "city:chicago all": 900, "area:26 all": null })).toEqual({ "city city:chicago": "with a rest" });
});

test("sets are added up here; causes always leave others", () => {
  expect(held({ "set:west@1 all": 50, "area:25 all": 30, "area:26 all": 20 })).toEqual({ "set set:west@1": "exactly" });
  expect(held({ "area:26 all": 20, "area:26 all stroke": 20 })).toEqual({ "causes area:26": "with a rest" });
});
