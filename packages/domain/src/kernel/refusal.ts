/** The kinds of refusal: each has one HTTP status, one exit code and one tone of voice on a page. */
export type RefusalKind =
  | "invalid"
  | "unauthenticated"
  | "forbidden"
  | "not-found"
  | "conflict"
  | "undefined"
  | "unavailable";

/**
 * An expected "no": returned, never thrown.
 *
 * `code` is stable and for programs; `message` is a sentence for the person, without blame;
 * `fields` names the inputs to look at again; `complaints` lists what a file says wrongly, line by line.
 */
export type Refusal = Readonly<{
  refused: RefusalKind;
  code: string;
  message: string;
  fields?: Readonly<Record<string, string>>;
  complaints?: readonly Complaint[];
}>;

/** One thing wrong in a file: where it stands, what was found there and what was expected. */
export type Complaint = Readonly<{ line: number; column: string | null; found: string; expected: string }>;

/** What a command or query gives: the thing asked for, or a refusal. */
export type Outcome<T> = T | Refusal;

/**
 * Whether an outcome is a refusal.
 *
 * @example
 * isRefusal(refuse("not-found", "dataset", "There is no such dataset.")) // => true
 * @example
 * isRefusal({ value: 16.2 }) // => false
 */
export const isRefusal = (outcome: unknown): outcome is Refusal =>
  typeof outcome === "object" && outcome !== null && "refused" in outcome;

/**
 * A refusal of a kind, with a stable code and a sentence for the person.
 *
 * @example
 * refuse("conflict", "already-signed", "This release is signed already.").refused // => "conflict"
 */
export const refuse = (refused: RefusalKind, code: string, message: string): Refusal => ({ refused, code, message });
