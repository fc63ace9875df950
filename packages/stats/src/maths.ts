/** The functions of a real number, by the names they have in formulas. */
export const { abs, ceil, exp, expm1, floor, hypot, log, log1p, max, min, sqrt } = Math;

/** Whether a figure is known: a number, neither missing (NaN) nor infinite. */
export const isKnown = Number.isFinite;

/** What a cell holds that has no figure, so that arithmetic on it cannot pass for one. */
export const noFigure = Number.NaN;
