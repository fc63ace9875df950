import { abs, max, min } from "./maths.ts";

/**
 * The zero of a continuous function between two points where its signs differ, by Chandrupatla's method (Advances in
 * Engineering Software 1997;28:145-149): inverse quadratic steps where they are safe, bisection where they are not.
 */
export function bracketedRoot(f: (x: number) => number, from: number, to: number): number {
  let a = from;
  let b = to;
  let c = from;
  let fa = f(a);
  let fb = f(b);
  if (fa === 0) return a;
  if (fb === 0) return b;
  let fc = fa;
  let share = 0.5;
  for (let turn = 0; turn < 200; turn++) {
    const x = a + share * (b - a);
    const fx = f(x);
    if (fx > 0 === fa > 0) {
      c = a;
      fc = fa;
    } else {
      c = b;
      b = a;
      fc = fb;
      fb = fa;
    }
    a = x;
    fa = fx;
    const best = abs(fa) < abs(fb) ? a : b;
    const tolerance = (2e-16 * abs(best) + 1e-300) / abs(b - a);
    if (tolerance > 0.5 || fa === 0 || a === b) return fa === 0 ? a : best;
    share = min(1 - tolerance, max(tolerance, nextShare(a, b, c, fa, fb, fc)));
  }
  return a;
}

function nextShare(a: number, b: number, c: number, fa: number, fb: number, fc: number): number {
  const xi = (a - b) / (c - b);
  const phi = (fa - fb) / (fc - fb);
  if (!(phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi)) return 0.5;
  return (fa / (fb - fa)) * (fc / (fb - fc)) + ((c - a) / (b - a)) * (fa / (fc - fa)) * (fb / (fc - fb));
}
