import type { ReactNode } from "react";
import type { ReleaseIndex } from "./release-index.ts";
import type { Query, Visit } from "./visit.ts";

/** What a page is: its title and body; the rest of the document is the same for all. */
export type Page = Readonly<{ title: string; body: ReactNode }>;

/** Whether a value of a query is one that a page of this release knows. */
export type QueryCheck = (value: string, index: ReleaseIndex) => boolean;

/**
 * What stands for a value that is not known: the page can say so, all such addresses are one page, and nothing that a
 * stranger wrote is ever shown.
 */
export const notKnown = "-";

/**
 * A kind of page: which addresses it has, which values of a query it knows, and how it is made.
 * `render` gives null where the release has no such thing; the reader then sees the page that says so.
 */
export type PageRoute = Readonly<{
  /** Parts after the language; `:name` takes any one part, `*name` the rest. */
  path: string;
  query: Readonly<Record<string, QueryCheck>>;
  /** Whether its query is free text, so that its pages are made anew each time and not kept. */
  free?: boolean;
  render: (visit: Visit, params: Query) => Page | null;
}>;
