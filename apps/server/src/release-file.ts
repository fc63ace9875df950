import type { PublishedRelease } from "@evenspan/domain/releases/published-release";
import { type Asked, answer, keep } from "./http/answer.ts";
import type { PageCache } from "./http/page-cache.ts";
import { stored } from "./http/stored.ts";

/** Kinds of file that are sent as what they are; all others as bytes, so that no browser runs or shows them. */
const known = /^(text\/csv|text\/plain|text\/markdown|application\/(json|x-ndjson|pdf|zip|vnd\.[a-z0-9.-]+))(;.*)?$/;

/** Answers with a file of a release, to be saved; null where the release has no such file. */
export function answerFile(release: PublishedRelease, path: string, asked: Asked, cache: PageCache): Response | null {
  const document = release.document(path);
  if (!document) return null;
  const key = `${release.id} file ${path}`;
  const mediaType = known.test(document.mediaType) ? document.mediaType : "application/octet-stream";
  const file = cache.get(key) ?? stored(document.body, mediaType);
  cache.set(key, file);
  const name = path.replace(/[^A-Za-z0-9._-]+/g, "-");
  return answer(file, asked, keep.anHour, {
    "content-disposition": `attachment; filename="evenspan-release-${release.number}-${name}"`,
    // Open data may be read by anyone's page or program.
    "access-control-allow-origin": "*",
    "cross-origin-resource-policy": "cross-origin",
  });
}
