import { type Outcome, refuse } from "@evenspan/domain/kernel/refusal";
import type { OfficeAnswer, Params } from "../office-answer.ts";
import type { OfficeVisit } from "../office-visit.ts";
import { type Form, formField } from "./form.ts";

/** What a form of a page does. */
export type FormAction = (visit: OfficeVisit, params: Params, form: Form) => Promise<Outcome<OfficeAnswer>>;

/** The forms of a page by name. One that the page does not have is refused. */
export const formActions =
  (actions: Readonly<Record<string, FormAction>>): FormAction =>
  async (visit, params, form) => {
    const name = form.text(formField);
    if (!Object.hasOwn(actions, name)) return refuse("invalid", "unknown-form", "This page has no such form.");
    return actions[name]!(visit, params, form);
  };
