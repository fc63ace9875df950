import type { ReactNode } from "react";
import type { Query, Visit } from "./visit.ts";

/** What a page is: its title and body; the rest of the document is the same for all. */
export type Page = Readonly<{ title: string; body: ReactNode }>;

/**
 * A kind of page: which addresses it has, which keys of the query it knows, and how it is made.
 * `render` gives null where the release has no such thing; the reader then sees the page that says so.
 */
export type PageRoute = Readonly<{
  /** Parts after the language; `:name` takes any one part, `*name` the rest. */
  path: string;
  query: readonly string[];
  /** Whether its query is free text, so that its pages are made anew each time and not kept. */
  free?: boolean;
  render: (visit: Visit, params: Query) => Page | null;
}>;
