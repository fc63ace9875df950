import { randomUUID } from "node:crypto";

/**
 * The id of a request: what a proxy of ours gave, where it looks like an id; else a new one. It stands in logs, in the
 * audit and on the page of a fault, so nothing else of a header is ever taken.
 *
 * @example
 * requestIdOf("4bf92f3577b34da6a3ce929d0e0e4736") // => "4bf92f3577b34da6a3ce929d0e0e4736"
 */
export const requestIdOf = (header: string | null | undefined): string =>
  header && /^[0-9a-f][0-9a-f-]{14,62}[0-9a-f]$/.test(header) ? header : randomUUID();
