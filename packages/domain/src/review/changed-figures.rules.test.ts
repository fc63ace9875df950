import { expect, test } from "vitest";
import { figureOf } from "../releases/testing.ts";
import { changedFigures } from "./changed-figures.rules.ts";

const [loop, garfield, austin] = [
  figureOf({ subject: "area:32", value: 85 }),
  figureOf(),
  figureOf({ subject: "area:25" }),
];

test("a figure is new, gone, or changed in its value or its state, and otherwise the same", () => {
  const withheld = { ...garfield, state: "suppressed" as const, value: null };
  expect(changedFigures([loop, garfield], [{ ...loop, value: 84.9 }, withheld, austin])).toEqual({
    ...{ added: 1, removed: 0, changed: 2 },
    shown: [
      { id: loop.id, before: { state: "shown", value: 85 }, now: { state: "shown", value: 84.9 } },
      { id: garfield.id, before: { state: "shown", value: 68.8 }, now: { state: "suppressed", value: null } },
    ],
  });
  expect(changedFigures([loop, austin], [loop])).toEqual({ added: 0, removed: 1, changed: 0, shown: [] });
});

test("fifty are named, and all are counted", () => {
  const before = Array.from({ length: 60 }, (_, i) => ({ ...loop, id: `figure ${i}` }));
  const { changed, shown } = changedFigures(
    before,
    before.map((one) => ({ ...one, value: 1 })),
  );
  expect([changed, shown.length]).toEqual([60, 50]);
});
