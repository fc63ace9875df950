import type { ListedRecord } from "@evenspan/domain/records/rows/listed-record";

/** Pages on which the thing of a record itself is seen and worked on, by the record's kind. */
const things: Readonly<Record<string, (key: string) => string>> = {
  release: (key) => `/releases/${key}`,
  doubt: (key) => `/doubts/${key}`,
  "person-invitation": (key) => `/people/${key}`,
};

/**
 * The page of the thing that a record is about; null where there is none of its own.
 *
 * @example
 * thingPath({ recordId: "release:0123abcd", kind: "release" }) // => "/releases/0123abcd"
 */
export function thingPath({ recordId, kind }: Pick<ListedRecord, "recordId" | "kind">): string | null {
  const key = recordId.slice(recordId.indexOf(":") + 1);
  return Object.hasOwn(things, kind) ? things[kind]!(encodeURIComponent(key)) : null;
}
