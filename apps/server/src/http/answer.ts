import { type Encoding, preferredEncoding } from "./encodings.ts";
import { securityHeaders, strictTransport } from "./security-headers.ts";
import type { Stored } from "./stored.ts";

/** What of a request decides the form of its answer. */
export type Asked = Readonly<{ header: (name: string) => string | undefined; secure: boolean }>;

/**
 * How long an answer may be kept without asking again: for ever where its address names its content by hash; an hour
 * where it names a release, which never changes but may be withdrawn; else a minute.
 */
export const keep = {
  forever: "public, max-age=31536000, immutable",
  anHour: "public, max-age=3600",
  briefly: "public, max-age=60, stale-while-revalidate=600",
  never: "no-store",
} as const;

/**
 * Answers with something stored: in the form that the client takes, or with 304 where it has it already.
 * The headers are a plain object, which is the fast way through the server.
 */
export function answer(
  page: Stored,
  asked: Asked,
  cacheControl: string,
  more: Readonly<Record<string, string>> = {},
): Response {
  const wanted = preferredEncoding(asked.header("accept-encoding"));
  const encoding: Encoding = page.bodies[wanted] ? wanted : "identity";
  const tag = `"${page.tag}-${encoding}"`;
  const headers: Record<string, string> = {
    ...securityHeaders,
    ...(asked.secure && strictTransport),
    "cache-control": cacheControl,
    vary: "Accept-Encoding",
    etag: tag,
    ...more,
  };
  if (page.status === 200 && isKnown(asked.header("if-none-match"), tag))
    return new Response(null, { status: 304, headers });
  const body = page.bodies[encoding]!;
  headers["content-type"] = page.mediaType;
  headers["content-length"] = String(body.length);
  if (encoding !== "identity") headers["content-encoding"] = encoding;
  return new Response(body as Uint8Array<ArrayBuffer>, { status: page.status, headers });
}

/** Whether the client names this very tag; weak ones count as well, as RFC 9110, section 13.1.2 says. */
function isKnown(header: string | undefined, tag: string): boolean {
  if (!header) return false;
  return header.split(",").some((one) => one.trim() === "*" || one.trim().replace(/^W\//, "") === tag);
}
