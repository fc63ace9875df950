import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { peersOf, speedClaims, speedTable } from "./peer-figures.ts";

const text = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), "utf8");

describe("what is claimed of the speed of the statistics", () => {
  test("stands in docs/methods/speed.md as the benches have it", () => {
    expect(text("docs/methods/speed.md")).toContain(speedTable());
  });

  test.each(Object.entries(speedClaims))(
    "%s is printed by its bench, beside its peers and by the same limit",
    (key, claim) => {
      const bench = text(`bench/${claim.bench}.bench.ts`);
      expect(bench).toContain(`peersOf(speedClaims.${key})`);
      for (const [limit] of claim.target.matchAll(/\d+(\.\d+)?/g)) expect(bench).toMatch(new RegExp(`\\b${limit}\\b`));
    },
  );

  test("a peer's figure is told with the program that it is said of", () => {
    expect(peersOf(speedClaims.lifeExpectancies)).toBe(
      "peers, not run here: a vectorised version in R 460 ms; PHEindicatormethods (R) 211 s",
    );
    expect(peersOf(speedClaims.slopeIndexes)).toBe("peers: no figure of another program is known to us");
  });
});
