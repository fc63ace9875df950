/** What earlier releases told of each figure, whether or not they were withdrawn since: it has been seen. */
export type PublishedBefore = Readonly<{
  /** The values that a figure was shown with. */
  shown: ReadonlyMap<string, readonly number[]>;
  /** Figures that were withheld to protect people. */
  suppressed: ReadonlySet<string>;
}>;

/** Before the first release. */
export const nothingPublished: PublishedBefore = { shown: new Map(), suppressed: new Set() };
