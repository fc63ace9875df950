/**
 * What a value can be, from the database to the page, the CSV and the screen reader. Only `shown` has a number.
 *
 * - `shown`: there is a value and it may be seen.
 * - `suppressed`: there is one, withheld so that no person can be found in it.
 * - `unreliable`: there is one, withheld because chance or doubt in its source is too large to say anything.
 * - `missing`: it should be there and is not.
 * - `not-collected`: nobody asked.
 * - `not-applicable`: the question does not arise for this place.
 */
export type ValueState = (typeof valueStates)[number];

/** The six states, in the order of a legend. */
export const valueStates = ["shown", "suppressed", "unreliable", "missing", "not-collected", "not-applicable"] as const;
