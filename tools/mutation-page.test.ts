import { expect, test } from "vitest";
import { mutationPage, shownChange } from "./mutation-page.ts";
import type { Fate } from "./mutation-run.ts";

const text = "const a = 1;\nconst b = a +\n  2;\n";
const fate = (status: Fate["status"], folder = "rates"): Fate => ({
  status,
  mutant: {
    file: `packages/stats/src/${folder}/of.ts`,
    start: { line: 2, column: 11 },
    end: { line: 3, column: 4 },
    kind: "ArithmeticOperator",
    replacement: "a - 2",
  },
});

test("a change is shown in one line, from the place it begins to the place it ends", () => {
  expect(shownChange(fate("Survived").mutant, () => text)).toBe("rates/of.ts:2 a + 2 → a - 2");
});

test("the page tells the seed, the day, the counts, the score of each folder and whatever survived", () => {
  const run = {
    seed: 5,
    commit: "abc1234",
    day: new Date("2026-03-01T12:00:00Z"),
    all: 900,
    fates: [
      fate("Killed"),
      fate("Timeout"),
      fate("Survived"),
      fate("Killed", "groups"),
      fate("CompileError", "groups"),
    ],
    textOf: () => text,
  };
  const page = mutationPage(run, "");
  for (const said of [
    "Day: 2026-03-01. Seed: 5. The code is that of commit abc1234.",
    "Sample: 5 of 900 mutants, in 2 files.",
    "Killed 2, timed out 1, survived 1, reached by no test 0, could not be run 1.",
    "Score: **75.0 %**",
    "| groups | 1 | 1 | 0 | 0 | 0 | 100.0 % |",
    "| rates | 3 | 1 | 1 | 1 | 0 | 66.7 % |",
    "- `rates/of.ts:2 a + 2 → a - 2`",
  ])
    expect(page).toContain(said);
});

test("a reason behind a survivor is kept, though the place has moved", () => {
  const run = { seed: 6, commit: "abc1234", day: new Date(), all: 9, fates: [fate("Survived")], textOf: () => text };
  const before =
    "- `rates/of.ts:77 a + 2 → a - 2`: nothing depends on b.\n- `rates/of.ts:2 a + 2 → a * 2`: of a change long gone.\n";
  expect(mutationPage(run, before)).toContain("\n- `rates/of.ts:2 a + 2 → a - 2`: nothing depends on b.\n");
  expect(mutationPage(run, before)).not.toContain("long gone");
});
