import type { Outcome } from "@evenspan/domain/kernel/refusal";
import type { Form } from "./forms/form.ts";
import type { OfficeAnswer, Params } from "./office-answer.ts";
import type { OfficeVisit, OpenVisit } from "./office-visit.ts";

type Handlers<V> = Readonly<{
  get?: (visit: V, params: Params) => Promise<Outcome<OfficeAnswer>>;
  /** What it refuses is shown on the page itself, with all that was typed. */
  post?: (visit: V, params: Params, form: Form) => Promise<Outcome<OfficeAnswer>>;
  /** Whether it takes files, and so a large body. */
  files?: boolean;
}>;

/** A page for people who are signed in. `half`: also for those whose session still waits for a second factor. */
export type ClosedRoute = Handlers<OfficeVisit> & Readonly<{ path: string; open?: false; half?: boolean }>;

/** A page for anyone. `crossSite`: another site posts to it by nature, and proves itself in another way. */
export type OpenRoute = Handlers<OpenVisit> & Readonly<{ path: string; open: true; crossSite?: boolean }>;

/** A page of the office: its address after `/<language>/office`, and what it does. `:name` takes any one part. */
export type OfficeRoute = ClosedRoute | OpenRoute;
