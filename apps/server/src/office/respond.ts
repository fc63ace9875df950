import type { ReactNode } from "react";
import { securityHeaders, strictTransport } from "../http/security-headers.ts";
import type { Arrival } from "./arrival.ts";
import { isSecure } from "./arrival.ts";
import { type NewCookie, setCookie } from "./http/cookies.ts";
import type { OfficeAnswer } from "./office-answer.ts";
import type { OfficeOptions } from "./office-options.ts";

/** Kinds of file that are sent as what they are; all others as bytes, so that no browser runs or shows them. */
const plainKinds =
  /^(text\/csv|text\/plain|image\/(png|jpeg|gif|webp)|application\/(pdf|zip|json|samlmetadata\+xml|vnd\.[a-z0-9.-]+))(;.*)?$/;

/** A file is to be saved: were it shown all the same, it could do nothing. */
const downloadPolicy =
  "default-src 'none'; object-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox";

/** Makes the answer that goes out: nothing of the office is kept by a browser or a proxy, and every answer has its id. */
export function respond(
  answer: OfficeAnswer,
  html: (title: string, body: ReactNode) => string,
  { requestId, request }: Pick<Arrival, "requestId" | "request">,
  options: Pick<OfficeOptions, "site">,
): Response {
  const headers = new Headers({
    ...securityHeaders,
    ...(isSecure(options) && strictTransport),
    "cache-control": "no-store",
    "x-robots-tag": "noindex",
    "x-request-id": requestId,
    ...answer.headers,
  });
  for (const cookie of cookiesOf(answer)) headers.append("set-cookie", setCookie(cookie, isSecure(options)));
  if (answer.kind === "go") {
    headers.set("location", answer.location);
    return new Response(null, { status: 303, headers });
  }
  if (answer.kind === "page") {
    headers.set("content-type", "text/html; charset=utf-8");
    return new Response(html(answer.title, answer.body), { status: answer.status ?? 200, headers });
  }
  headers.set("content-type", plainKinds.test(answer.mediaType) ? answer.mediaType : "application/octet-stream");
  headers.set("content-disposition", `attachment; ${fileNames(answer.fileName)}`);
  headers.set("content-security-policy", downloadPolicy);
  return new Response(request.method === "HEAD" ? null : (answer.body as ReadableStream<Uint8Array>), {
    status: 200,
    headers,
  });
}

/** What was done is said on the next page by a cookie that lasts a minute. */
const cookiesOf = (answer: OfficeAnswer): readonly NewCookie[] => [
  ...(answer.cookies ?? []),
  ...(answer.kind === "go" && answer.said
    ? [{ name: "said", value: answer.said, maxAgeSeconds: 60 } satisfies NewCookie]
    : []),
];

/**
 * A file's name for a header: in plain letters, and in all of its own (RFC 6266, RFC 8187).
 *
 * @example
 * fileNames("año \"1\".pdf") // => "filename=\"a-o -1-.pdf\"; filename*=UTF-8''a%C3%B1o%20%221%22.pdf"
 */
function fileNames(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9 ._-]/g, "-");
  const escaped = encodeURIComponent(name).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `filename="${plain}"; filename*=UTF-8''${escaped}`;
}
