import { describe, expect, test } from "vitest";
import { betaTails, gammaTails, normalTails, studentTails } from "../../test/reference-tails.ts";
import { aSentence } from "../../test/told.ts";
import { betaCdf, betaUpperTail } from "./beta.ts";
import { betaQuantile } from "./beta-quantile.ts";
import { binomialCdf, binomialProbability, binomialQuantile } from "./binomial.ts";
import { chiSquareQuantile } from "./chi-square.ts";
import { gammaCdf, gammaUpperTail } from "./gamma.ts";
import { gammaQuantile } from "./gamma-quantile.ts";
import { logGamma } from "./log-gamma.ts";
import { normalCdf, normalMultiplier, normalQuantile } from "./normal.ts";
import { poissonCdf, poissonLimits, poissonProbability, poissonQuantile } from "./poisson.ts";
import { studentCdf, studentQuantile } from "./student.ts";

const relative = (got: number, want: number) => Math.abs(got / want - 1);

describe("tails agree with forty-digit arithmetic", () => {
  test.each(normalTails)("normal at %f", (z, p) => {
    expect(relative(normalCdf(z), p)).toBeLessThan(1e-14 + 1e-13 * Math.abs(z));
    if (p < 0.9999) expect(Math.abs(normalQuantile(p) - z)).toBeLessThan(1e-13);
  });
  test.each(gammaTails)("gamma of shape %f at %f", (shape, x, p, q) => {
    expect(relative(gammaCdf(x, shape), p)).toBeLessThan(5e-13);
    expect(relative(gammaUpperTail(x, shape), q)).toBeLessThan(5e-13);
    const back = p <= 0.5 ? gammaQuantile(p, shape) : gammaQuantile(q, shape, 1, "upper");
    expect(relative(back, x)).toBeLessThan(1e-13);
  });
  test.each(betaTails)("beta(%f, %f) at %f", (a, b, x, p, q) => {
    expect(relative(betaCdf(x, a, b), p)).toBeLessThan(1e-11);
    expect(relative(betaUpperTail(x, a, b), q)).toBeLessThan(1e-11);
    const back = p <= 0.5 ? betaQuantile(p, a, b) : betaQuantile(q, a, b, "upper");
    expect(relative(back, x)).toBeLessThan(1e-12);
  });
  test.each(studentTails)("t with %f degrees of freedom at %f", (freedom, t, upper) => {
    expect(relative(studentCdf(-t, freedom), upper)).toBeLessThan(1e-12);
    expect(relative(studentQuantile(upper, freedom), -t)).toBeLessThan(1e-12);
  });
});

describe("quantiles agree with printed tables", () => {
  // Abramowitz & Stegun, tables 26.8 (chi-square) and 26.10 (t), to every printed digit.
  test.each([
    [0.95, 1, 3.84146],
    [0.99, 1, 6.6349],
    [0.95, 5, 11.0705],
    [0.95, 30, 43.7729],
    [0.005, 2, 0.0100251],
  ])("chi-square %f with %i", (p, freedom, printed) => {
    expect(Math.abs(chiSquareQuantile(p, freedom) / printed - 1)).toBeLessThan(5e-6);
  });
  test.each([
    [0.975, 1, 12.706],
    [0.975, 4, 2.776],
    [0.995, 20, 2.845],
    [0.95, 120, 1.658],
  ])("t %f with %i", (p, freedom, printed) => {
    expect(Math.abs(studentQuantile(p, freedom) - printed)).toBeLessThan(5.001e-4);
  });
  // Garwood 1936 as reprinted in Ulm 1990: exact 95% limits for a Poisson count.
  test.each([
    [0, 0, 3.69],
    [1, 0.0253, 5.57],
    [5, 1.62, 11.67],
    [10, 4.8, 18.39],
    [50, 37.11, 65.92],
  ])("Poisson limits of %i", (events, lower, upper) => {
    const limits = poissonLimits(events, 0.95);
    expect(Math.abs(limits.lower - lower)).toBeLessThan(5.001e-3);
    expect(Math.abs(limits.upper - upper)).toBeLessThan(5.001e-3);
  });
});

describe("identities hold", () => {
  test("the log gamma of whole numbers is the log of a factorial", () => {
    let factorial = 1;
    for (let n = 1; n <= 20; n++) {
      expect(Math.abs(logGamma(n) - Math.log(factorial))).toBeLessThan(2e-14 * Math.max(1, Math.log(factorial)));
      factorial *= n;
    }
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 14);
  });
  test("an exponential tail is exact", () => {
    for (const x of [0.5, 3, 100, 600]) {
      expect(relative(gammaUpperTail(x, 1), Math.exp(-x))).toBeLessThan(2e-13);
      expect(relative(gammaQuantile(Math.exp(-x), 1, 1, "upper"), x)).toBeLessThan(2e-13);
    }
  });
  test("Poisson and binomial sums add up to their cumulative probabilities", () => {
    let poisson = 0;
    let binomial = 0;
    for (let k = 0; k <= 25; k++) {
      poisson += poissonProbability(k, 7.3);
      binomial += binomialProbability(k, 25, 0.37);
      expect(Math.abs(poisson - poissonCdf(k, 7.3))).toBeLessThan(1e-14);
      expect(Math.abs(binomial - binomialCdf(k, 25, 0.37))).toBeLessThan(1e-14);
    }
  });
  test("a discrete quantile is the first count that reaches its probability", () => {
    for (const p of [1e-9, 0.025, 0.5, 0.975, 0.999999]) {
      for (const mean of [0.01, 1, 12.5, 800]) {
        const k = poissonQuantile(p, mean);
        expect(poissonCdf(k, mean)).toBeGreaterThanOrEqual(p);
        if (k > 0) expect(poissonCdf(k - 1, mean)).toBeLessThan(p);
      }
      for (const trials of [1, 30, 5000]) {
        const k = binomialQuantile(p, trials, 0.2);
        expect(binomialCdf(k, trials, 0.2)).toBeGreaterThanOrEqual(p);
        if (k > 0) expect(binomialCdf(k - 1, trials, 0.2)).toBeLessThan(p);
      }
    }
  });
  test("a quantile is where its tail has its probability, over all shapes and both tails", () => {
    const shapes = [0.02, 0.4, 0.97, 1.6, 3.3, 7.7, 11.5, 13, 29, 110, 950, 40_000];
    const tails = [1e-15, 3e-8, 1.7e-4, 0.011, 0.08, 0.21, 0.37, 0.499, 0.52, 0.66, 0.83, 0.97, 0.9993];
    for (const shape of shapes)
      for (const p of tails) {
        const [lower, upper] = [gammaQuantile(p, shape), gammaQuantile(p, shape, 1, "upper")];
        if (lower > 1e-300) expect(relative(gammaCdf(lower, shape), p)).toBeLessThan(2e-11);
        if (upper > 1e-300) expect(relative(gammaUpperTail(upper, shape), p)).toBeLessThan(2e-11);
        for (const other of shapes.filter((_, i) => i % 3 === 1)) {
          const [low, high] = [betaQuantile(p, shape, other), betaQuantile(p, other, shape, "upper")];
          if (low > 1e-300 && low < 0.9) expect(relative(betaCdf(low, shape, other), p)).toBeLessThan(2e-9);
          if (high > 1e-300 && high < 0.9) expect(relative(betaUpperTail(high, other, shape), p)).toBeLessThan(2e-9);
        }
        const t = studentQuantile(p, shape);
        if (t > -1e300) expect(relative(studentCdf(t, shape), p)).toBeLessThan(1e-11);
      }
  });
  test("a beta variable of one parameter 1 has a power for its distribution, however small the other", () => {
    for (const a of [1e-4, 9e-4, 0.2, 3])
      for (const x of [1e-3, 0.3, 0.9]) {
        expect(relative(betaCdf(x, a, 1), x ** a)).toBeLessThan(1e-13);
        expect(relative(betaUpperTail(1 - x, 1, a), x ** a)).toBeLessThan(1e-13);
      }
  });
  test("certain and impossible probabilities give the ends of the counts, and a mean of zero no count", () => {
    expect([poissonQuantile(0, 5), poissonQuantile(1, 5)]).toEqual([0, Infinity]);
    expect([0, 0.4, 1].map((p) => poissonQuantile(p, 0))).toEqual([0, 0, 0]);
    expect([binomialQuantile(0, 9, 0.3), binomialQuantile(1, 9, 0.3)]).toEqual([0, 9]);
    expect([0, 0.4, 1].map((p) => binomialQuantile(p, 9, 0))).toEqual([0, 0, 0]);
    expect(binomialQuantile(0.4, 9, 1)).toBe(9);
  });
  test("what lies beyond the reach of a number is 0 or infinite, and up to there it is exact", () => {
    // Cauchy: tan; Beta(1, b): 1 − (1 − p)^(1/b); Gamma(½): (p Γ(3/2))² near zero.
    expect(relative(studentQuantile(1e-300, 1), -1 / (Math.PI * 1e-300))).toBeLessThan(1e-12);
    expect(studentQuantile(1e-300, 0.5)).toBe(-Infinity);
    expect(relative(studentCdf(-1e200, 1), 1 / (Math.PI * 1e200))).toBeLessThan(1e-12);
    expect([studentCdf(-1e200, 1e30), studentCdf(-1e151, 1e306)]).toEqual([0, 0]);
    expect([studentCdf(-Infinity, 3), studentCdf(0, 3), studentCdf(Infinity, 3)]).toEqual([0, 0.5, 1]);
    expect(relative(betaQuantile(1e-300, 1, 5), 2e-301)).toBeLessThan(1e-12);
    expect(relative(betaQuantile(1e-40, 1, 5), 2e-41)).toBeLessThan(1e-12);
    expect(relative(betaQuantile(1e-40, 1, 5, "upper"), 1)).toBeLessThan(1e-7);
    expect(betaQuantile(1e-200, 0.5, 0.5)).toBe(0);
    expect(relative(gammaQuantile(1e-10, 0.5), (1e-10 * Math.sqrt(Math.PI)) ** 2 / 4)).toBeLessThan(1e-12);
    expect(gammaQuantile(1e-300, 0.1)).toBe(0);
  });
  test("the ends of a distribution are its support", () => {
    expect(gammaQuantile(0, 3)).toBe(0);
    expect(gammaQuantile(0, 3, 1, "upper")).toBe(Infinity);
    expect(betaQuantile(1, 2, 2)).toBe(1);
    expect(normalQuantile(0)).toBe(-Infinity);
    expect([-Infinity, -40, 40, Infinity].map(normalCdf)).toEqual([0, 0, 1, 1]);
    expect(studentQuantile(0.5, 3)).toBe(0);
    expect(studentQuantile(0.975, Infinity)).toBe(normalQuantile(0.975));
    expect(poissonCdf(3, 0)).toBe(1);
    expect(binomialProbability(0, 5, 0)).toBe(1);
    expect(binomialQuantile(0.5, 0, 0.3)).toBe(0);
    expect(binomialProbability(4, 5, 1)).toBe(0);
  });
});

describe("misuse is thrown, not answered", () => {
  test.each([
    ["a level of 95", () => normalMultiplier(95)],
    ["a probability of 1.2", () => gammaQuantile(1.2, 3)],
    ["a shape of zero", () => gammaCdf(1, 0)],
    ["a negative x", () => gammaCdf(-1, 2)],
    ["half an event", () => poissonProbability(0.5, 2)],
    ["more successes than trials", () => binomialCdf(6, 5, 0.5)],
    ["x outside the unit interval", () => betaCdf(1.5, 1, 1)],
    ["a negative mean", () => poissonProbability(1, -2)],
    ["no degrees of freedom", () => studentQuantile(0.9, 0)],
    ["a z that is not a number", () => normalCdf(Number.NaN)],
  ])("%s", (_, call) => {
    expect(call).toThrow(RangeError);
    expect(call).toThrow(aSentence);
  });
  test("the parameter at fault is named", () => {
    expect(() => betaCdf(0.5, 0, 1)).toThrow("`a`");
    expect(() => betaCdf(0.5, 1, 0)).toThrow("`b`");
    expect(() => gammaCdf(1, 0)).toThrow("`shape`");
    expect(() => studentCdf(Number.NaN, 3)).toThrow("`t`");
    expect(() => normalMultiplier(95)).toThrow("a fraction between 0 and 1, such as 0.95; it was given as 95");
    expect(() => gammaCdf(1, 1, 0)).toThrow("`scale`");
    expect(() => binomialProbability(-1, 5, 0.5)).toThrow("`k`");
    expect(() => binomialProbability(1, 5.5, 0.5)).toThrow("`trials`");
  });
});
