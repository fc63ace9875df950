/** Why nothing could be downloaded: a stable code, and the rest of a sentence that begins with the address. */
export type Failure = Readonly<{ failed: FailureCode; because: string }>;

/** The kinds of failure. */
export type FailureCode =
  | "no-connection"
  | "too-slow"
  | "too-busy"
  | "not-there"
  | "redirected-elsewhere"
  | "too-large"
  | "cut-short"
  | "not-a-file";

/**
 * A failure.
 *
 * @example
 * failure("too-slow", "did not answer within 30 seconds").failed // => "too-slow"
 */
export const failure = (failed: FailureCode, because: string): Failure => ({ failed, because });

/**
 * Whether a download failed.
 *
 * @example
 * isFailure(failure("not-there", "answered 404")) // => true
 */
export const isFailure = (it: object): it is Failure => "failed" in it;

/** What stands behind an error of Node's fetch, whose own message is only "fetch failed". */
export function failureOf(error: unknown, timeoutMs: number): Failure {
  const { name, cause } = error as { name?: string; cause?: { code?: string } };
  if (name === "AbortError") return failure("too-slow", `did not answer within ${timeoutMs / 1000} seconds`);
  const code = cause?.code ?? name ?? "unknown";
  if (code === "UND_ERR_SOCKET" || code === "ECONNRESET" || code === "UND_ERR_RES_CONTENT_LENGTH_MISMATCH") {
    return failure("cut-short", "broke off before the end of the file");
  }
  return failure("no-connection", `cannot be reached from here (${code})`);
}
