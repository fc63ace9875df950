import { exp, isKnown, log } from "../maths.ts";

/** The scale on which a straight line is fitted: values as they are, their logarithms, or their log-odds. */
export type FittingScale = "none" | "log" | "logit";

/** A scale: to it, back from it, the slope of the way back, and which values it takes. */
export type Scale = Readonly<{
  to: (value: number) => number;
  from: (fitted: number) => number;
  steepness: (value: number) => number;
  takes: (value: number) => boolean;
}>;

const logistic = (x: number) => 1 / (1 + exp(-x));

/** The scales by name. `steepness` is the derivative of the way back, told from the value itself. */
export const fittingScales: Readonly<Record<FittingScale, Scale>> = {
  none: { to: (y) => y, from: (x) => x, steepness: () => 1, takes: isKnown },
  log: { to: log, from: exp, steepness: (y) => y, takes: (y) => y > 0 && y < Infinity },
  logit: {
    to: (p) => log(p / (1 - p)),
    from: logistic,
    steepness: (p) => p * (1 - p),
    takes: (p) => p > 0 && p < 1,
  },
};
