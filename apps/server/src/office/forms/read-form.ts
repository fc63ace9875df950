import { type Outcome, refuse } from "@evenspan/domain/kernel/refusal";
import { type Form, formOf, type SentFile } from "./form.ts";
import { limitedBody } from "./limited-body.ts";

/** Most bytes of a form without files. */
export const mostFormBytes = 256 * 1024;

/** Most bytes of what an identity provider posts: an assertion with the groups of a large directory. */
export const mostAssertionBytes = 256 * 1024;

/** Most bytes of a form with a file: 25 MB of file, and what stands around it. */
export const mostUploadBytes = 26 * 1024 * 1024;

/** No form of ours has so many fields. */
const mostFields = 400;

/** The kinds of body that a form has. */
export type FormKind = "fields" | "files";

/**
 * The kind of a form by its content type; null where it is no form.
 *
 * @example
 * formKind("application/x-www-form-urlencoded; charset=UTF-8") // => "fields"
 * @example
 * formKind("application/json") // => null
 */
export function formKind(contentType: string | null): FormKind | null {
  const type = (contentType ?? "").split(";")[0]!.trim().toLowerCase();
  if (type === "application/x-www-form-urlencoded") return "fields";
  return type === "multipart/form-data" ? "files" : null;
}

/** Reads a form, as much of it as may be. */
export async function readForm(request: Request, kind: FormKind, mostBytes: number): Promise<Outcome<Form>> {
  const bytes = await limitedBody(request, mostBytes);
  if (bytes === null) return refuse("invalid", "too-large", "That is more than can be sent at once.");
  if (kind === "fields") return checked([...new URLSearchParams(bytes.toString("utf8"))], new Map());
  const parts = await parsed(bytes, request.headers.get("content-type")!);
  if (parts === null) return unreadable;
  const files = new Map<string, SentFile>();
  const fields: [string, string][] = [];
  for (const [name, value] of parts) {
    if (typeof value === "string") fields.push([name, value]);
    // A file field that was left empty comes as a file without a name and without bytes.
    else if (value.name !== "" && !files.has(name))
      files.set(name, { name: value.name, bytes: Buffer.from(await value.arrayBuffer()) });
  }
  return checked(fields, files);
}

const unreadable = refuse("invalid", "unreadable-form", "What was sent cannot be read as a form.");

const checked = (fields: readonly [string, string][], files: ReadonlyMap<string, SentFile>): Outcome<Form> =>
  fields.length > mostFields ? unreadable : formOf(fields, files);

/** A body in parts, taken apart by the platform, which throws at one that is not well formed. */
const parsed = (bytes: Buffer, contentType: string): Promise<FormData | null> =>
  new Response(bytes as Uint8Array<ArrayBuffer>, { headers: { "content-type": contentType } })
    .formData()
    .catch(() => null);
