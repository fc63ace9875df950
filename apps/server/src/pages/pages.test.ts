import { describe, expect, test } from "vitest";
import { inventedRelease } from "../testing/invented-release.ts";
import { figureAt, figurePath } from "../words/figure-address.ts";
import { areaKinds, newestOfEach, ofOnePeriod } from "./figure-kinds.ts";
import { lineReading } from "./portal/line-reading.ts";
import { inputsOf } from "./proof/inputs.ts";
import { indexOf, isPlace, kindKey } from "./release-index.ts";
import { matchRoute, paramsOf, routes } from "./routes.ts";
import { address } from "./visit.ts";

const release = inventedRelease();
const index = indexOf(release);

describe("routes", () => {
  test.each([
    ["areas", "areas", {}],
    ["areas/:area", "areas/loop", { area: "loop" }],
    ["areas/:area", "areas", null],
    ["areas/:area", "areas/loop/more", null],
    ["figures/*id", "figures/a/b/c", { id: "a/b/c" }],
    ["figures/*id", "figures", null],
    ["rows/:dataset/*figure", "rows/d/a/b", { dataset: "d", figure: "a/b" }],
    ["", "", {}],
  ])("%j takes %j as %j", (pattern, path, params) => {
    expect(paramsOf(pattern, path === "" ? [] : path.split("/"))).toEqual(params);
  });

  test("no two routes take the same address, and the more exact one comes first", () => {
    expect(matchRoute(["methods", "small-numbers"])!.route.path).toBe("methods/small-numbers");
    expect(matchRoute(["methods", "hardship"])!.route.path).toBe("methods/:indicator");
    expect(new Set(routes.map(({ path }) => path)).size).toBe(routes.length);
  });

  test("an address escapes what would end it", () => {
    expect(address("/en/search", { q: "a&b=#c" })).toBe("/en/search?q=a%26b%3D%23c");
  });
});

describe("figures are found", () => {
  test("every figure by the address that leads to its receipt", () => {
    for (const figure of release.content.figures) {
      const path = decodeURIComponent(figurePath(figure.id).slice("/figures/".length));
      expect(figureAt(path, release)).toBe(figure);
    }
  });

  test("every place by a word of its own", () => {
    expect(index.placeBySlug.size).toBe(78);
    expect(index.placeBySlug.get("ohare")).toBe("area:76");
    expect(isPlace("set:west-side@2")).toBe(false);
  });

  test("the index of a release is made once", () => {
    expect(indexOf(release)).toBe(index);
  });

  test("the kinds that areas have come in the order of pages, newest first", () => {
    const keys = areaKinds(index).map(kindKey);
    expect(keys.slice(0, 3)).toEqual([
      "life-expectancy.2010.all.all",
      "life-expectancy.2000.all.all",
      "life-expectancy.1990.all.all",
    ]);
    expect(keys).not.toContain("commitments.2018.all.all");
  });
});

describe("of a place's figures", () => {
  const figures = index.bySubject.get("area:26")!;

  test("one that was only told stands back behind an older one that was measured", () => {
    expect(figures.some(({ id }) => id === "life-expectancy/area:26/2023/all/all")).toBe(true);
    const newest = newestOfEach(figures).find(({ indicator }) => indicator === "life-expectancy");
    expect(newest?.period.to).toBe(2010);
  });

  test("the causes of one table are of one time", () => {
    const rates = figures.filter(({ indicator }) => indicator === "death-rate-adjusted");
    const older = { ...rates[1]!, id: "older", period: { from: 2006, to: 2010 }, origin: "published" as const };
    expect(ofOnePeriod([...rates, older])).toEqual([older]);
    expect(new Set(ofOnePeriod(rates).map(({ period }) => period.from)).size).toBe(1);
  });
});

describe("the line", () => {
  test("is read for the newest measured gap, not for a newer one that is made up", () => {
    const reading = lineReading({ release, index })!;
    expect(reading.gap.id).toBe("life-expectancy-gap/gap:area:32>area:26/2010/all/all");
    expect(reading.stops).toHaveLength(7);
    expect(reading.reference?.subject).toBe("city:chicago");
  });

  test("is none where the office has set none", () => {
    const bare = inventedRelease({ goals: [] });
    expect(lineReading({ release: bare, index: indexOf(bare) })).toBeNull();
  });
});

test("a gap rests on one file through its two ends, each with its row", () => {
  const gap = release.figure("life-expectancy-gap/gap:area:32>area:26/2010/all/all")!;
  const uses = inputsOf(gap, release);
  expect(uses.map(({ dataset }) => dataset.id)).toEqual(["qx11-le"]);
  expect(uses[0]!.by.map(({ observations }) => observations)).toEqual([[96], [78]]);
});
