import { sharedFile } from "@evenspan/standards/testing/shared-file";
import { describe, expect, it } from "vitest";
import { csvFileTrial, csvTrial, trySource } from "./testing/try-source.ts";
import { usaleep } from "./usaleep.source.ts";

const read = (...lines: string[]) => trySource(usaleep, csvTrial(lines.join("\n")));
const published = "Tract ID,STATE2KX,CNTY2KX,TRACT2KX,e(0),se(e(0)),Abridged life table flag";

describe("life expectancy by census tract", () => {
  it("keeps the leading zero of a tract", () => {
    const { observations, complaints } = read('"","LE","GEOID"', '"1",73.1,"01001020100"');
    expect(complaints).toEqual([]);
    expect(observations).toMatchObject([
      { placeId: "tract:01001020100", value: 73.1, lower: null, upper: null, yearFrom: 2010, yearTo: 2015 },
    ]);
  });

  it("has limits of 1.96 standard errors where the file has them", () => {
    const [one] = read(published, "01001020100,01,001,020100,73.1,2.0,3").observations;
    expect(one!.value).toBe(73.1);
    expect(one!.lower).toBeCloseTo(69.18, 10);
    expect(one!.upper).toBeCloseTo(77.02, 10);
  });

  it("has no limits where the standard error is blank", () => {
    expect(read(published, "01001020100,01,001,020100,73.1,,3").observations).toMatchObject([
      { lower: null, upper: null },
    ]);
  });

  it.each([
    ["1001020100", "73.1", "tract", "1001020100"],
    ["01001020100", "731", "value", "731"],
    ["01001020100", "high", "value", "high"],
  ])("is refused for tract %s and %s years, at %s", (tract, years, column, found) => {
    const { observations, complaints } = read("GEOID,LE", `${tract},${years}`);
    expect(complaints).toMatchObject([{ line: 2, column, found }]);
    expect(observations).toEqual([]);
  });
});

describe("the published file of USALEEP", () => {
  const path = sharedFile("lifetables/usaleep_e0_all_us_tracts.csv");
  it.skipIf(!path)("has 65,662 tracts from 56.3 to 97.5 years, 2,919 of them in Illinois", () => {
    const { observations, complaints } = trySource(usaleep, csvFileTrial(path!));
    expect(complaints).toEqual([]);
    expect(observations).toHaveLength(65_662);
    const years = observations.map((one) => one.value!);
    expect([Math.min(...years), Math.max(...years)]).toEqual([56.3, 97.5]);
    expect(observations.filter((one) => one.placeId.startsWith("tract:17"))).toHaveLength(2919);
    expect(observations.filter((one) => one.placeId.startsWith("tract:17031"))).toHaveLength(1200);
  });
});
