/**
 * A text with a capital at its start, for a phrase that begins a line.
 *
 * @example
 * upperFirst("entre el Loop y Austin") // => "Entre el Loop y Austin"
 */
export const upperFirst = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
