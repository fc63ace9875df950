/** The longest response that is read, in characters of base64; a real one has some ten thousand. */
const longestResponse = 200_000;

/**
 * The text of a response that came in base64: UTF-8 to the letter, not too long.
 *
 * @returns null where it is not that
 * @example
 * responseText("PGEv\r\nPg==") // => "<a/>"
 * @example
 * responseText("not base64!") // => null
 */
export function responseText(response: string): string | null {
  if (response.length > longestResponse) return null;
  const base64 = response.replace(/[ \t\r\n]+/g, "");
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(base64)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(base64, "base64"));
  } catch {
    return null;
  }
}
