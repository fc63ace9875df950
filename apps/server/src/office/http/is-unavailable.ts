/**
 * Whether a fault means that the database cannot be reached or is stopping, so that trying again helps: the codes of
 * refused and broken connections, and PostgreSQL's classes 08 (connection), 53 (no resources) and 57P (shutting down).
 *
 * @example
 * isUnavailable(Object.assign(new Error("down"), { code: "ECONNREFUSED" })) // => true
 * @example
 * isUnavailable(new TypeError("a bug")) // => false
 */
export function isUnavailable(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  if (fault.name.startsWith("Database") || /^(Connection terminated|timeout exceeded)/.test(fault.message)) return true;
  return "code" in fault && /^(ECONN|EPIPE|ENOENT|ETIMEDOUT|08|53|57P)/.test(String(fault.code));
}
