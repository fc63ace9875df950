import type { RefusalKind } from "./refusal.ts";

/**
 * How each kind of refusal is told by HTTP and by a process that ends.
 *
 * `undefined` is 200: the page is fine, and says in the number's place why there is none.
 *
 * @example
 * refusalCodes.conflict.httpStatus // => 409
 */
export const refusalCodes = {
  invalid: { httpStatus: 422, exitCode: 2 },
  unauthenticated: { httpStatus: 401, exitCode: 3 },
  forbidden: { httpStatus: 403, exitCode: 3 },
  "not-found": { httpStatus: 404, exitCode: 4 },
  conflict: { httpStatus: 409, exitCode: 5 },
  undefined: { httpStatus: 200, exitCode: 1 },
  unavailable: { httpStatus: 503, exitCode: 6 },
} as const satisfies Record<RefusalKind, { httpStatus: number; exitCode: number }>;
