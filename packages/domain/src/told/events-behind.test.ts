import { crudeRate, directRate, isUndefined, type Undefined } from "@evenspan/stats";
import { describe, expect, test } from "vitest";
import { eventsBehind, eventsOfGammaLimits, eventsOfNormalLimits } from "./events-behind.ts";

function shown<T extends object>(made: T | Undefined): T {
  if (isUndefined(made)) throw new Error(made.message);
  return made;
}

describe("the events behind a crude rate", () => {
  const counts = [1, 2, 3, 7, 10, 11, 12, 57, 99, 100, 101, 999, 12_345, 250_000];

  test.each(counts)("are told by its exact limits: %i", (events) => {
    expect(eventsBehind(shown(crudeRate({ events, personYears: 1_234_567 })))).toBe(events);
  });

  test.each(counts.filter((events) => events >= 7))("are told by the City's limits: %i", (events) => {
    const rate = shown(crudeRate({ events, personYears: 123_456 }, { method: "chicago-2006-2010" }));
    expect(eventsBehind(rate)).toBe(events);
  });

  test("are not told by limits of one decimal, nor by those of none, nor by others", () => {
    const { value, lower, upper } = shown(crudeRate({ events: 57, personYears: 100_000 }));
    expect(eventsBehind({ value, lower: Number(lower.toFixed(1)), upper: Number(upper.toFixed(1)) })).toBeNull();
    expect(eventsBehind(shown(crudeRate({ events: 0, personYears: 100_000 })))).toBeNull();
    expect(eventsBehind(shown(crudeRate({ events: 57, personYears: 100_000 }, { method: "byar" })))).toBeNull();
  });
});

test.each([2, 3, 5, 10, 40, 1000])("gamma limits of %i events betray them to a tenth", (events) => {
  const { value, lower } = shown(crudeRate({ events, personYears: 5000 }));
  expect(Math.abs(eventsOfGammaLimits(value, lower) - events)).toBeLessThan(0.1);
});

test("a weighted rate betrays no more events than there are, and all where they weigh the same", () => {
  const rate = (events: readonly number[], personYears: readonly number[]) =>
    shown(directRate({ events, personYears, standardPopulation: [500, 500] }));
  const even = rate([20, 20], [1000, 1000]);
  expect(eventsOfGammaLimits(even.value, even.lower)).toBeCloseTo(40, 1);
  const uneven = rate([20, 20], [1000, 9000]);
  // (20·1 + 20/9)² / (20·1 + 20/81), by hand.
  expect(eventsOfGammaLimits(uneven.value, uneven.lower)).toBeCloseTo(24.39, 1);
});

test("a normal range betrays them by its width", () => {
  expect(eventsOfNormalLimits(100, 100 + 100 * (1.959963984540054 / 6))).toBeCloseTo(36, 6);
});
