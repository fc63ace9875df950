/** Why a statistic does not exist for its data. The codes are stable: programs may branch on them, people read the message. */
export type UndefinedCode =
  | "negative-events"
  | "no-person-years"
  | "more-deaths-than-people"
  | "no-deaths-in-open-band"
  | "too-few-bands"
  | "population-too-small"
  | "nobody-reaches-age"
  | "no-such-age"
  | "missing-value"
  | "no-observations"
  | "too-few-observations"
  | "too-few-groups"
  | "more-events-than-trials"
  | "no-events"
  | "too-few-events"
  | "no-standard-population"
  | "no-expected-events"
  | "no-uncertainty"
  | "no-variation"
  | "impossible-value"
  | "no-convergence";

/**
 * The answer of a statistic that does not exist for its data. It is returned, never thrown, and never replaced by NaN,
 * null or 0: a figure withheld for a reason says the reason.
 */
export type Undefined = Readonly<{ undefined: UndefinedCode; message: string }>;

/**
 * Whether an answer is an `Undefined`, so that what remains is the statistic.
 *
 * Formula. True when the answer is an object with the field `undefined`.
 * Units. None.
 * Refuses. Nothing.
 * References. None: a convention of this library.
 * Checked against. The examples below.
 * @example
 * isUndefined(undefinedBecause("no-events", "There were no events, so the ratio has no value.")) // => true
 * @example
 * isUndefined({ value: 79.03 }) // => false
 */
export function isUndefined(answer: unknown): answer is Undefined {
  return typeof answer === "object" && answer !== null && "undefined" in answer;
}

/**
 * An `Undefined` with its code and its sentence.
 *
 * Formula. None.
 * Units. None.
 * Refuses. Nothing.
 * References. None: a convention of this library.
 * Checked against. The example below.
 * @example
 * undefinedBecause("no-events", "There were no events.") // => { undefined: "no-events", message: "There were no events." }
 */
export function undefinedBecause(code: UndefinedCode, message: string): Undefined {
  return { undefined: code, message };
}

/** A refusal because a figure is not there; `what` begins the sentence, and `help` may end it. */
export const missing = (what: string, help = ""): Undefined =>
  undefinedBecause("missing-value", `${what} is not known, and a missing figure is not a zero${help}.`);

/** A refusal because nothing measured can be so; the sentence says what. */
export const impossible = (message: string): Undefined => undefinedBecause("impossible-value", message);

/** A refusal because there is too little to go by; the sentence says what is needed. */
export const tooFew = (message: string): Undefined => undefinedBecause("too-few-observations", message);
