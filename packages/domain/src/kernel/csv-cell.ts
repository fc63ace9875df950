/**
 * A text as a cell of a CSV line: quoted only where it must be (RFC 4180).
 *
 * @example
 * csvCell('O\'Hare, "west"') // => '"O\'Hare, ""west"""'
 */
export const csvCell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
