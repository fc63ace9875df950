import type { Figure } from "@evenspan/domain/releases/figure";

/** Two figures of the same kind, one of each place. */
export type FigurePair = Readonly<{ first: Figure; second: Figure }>;
