import type { ReactNode } from "react";
import type { PlainKey } from "../messages/translate.ts";
import type { Query } from "../pages/visit.ts";
import type { NewCookie } from "./http/cookies.ts";

/** What every answer may carry besides. */
type Extras = Readonly<{ cookies?: readonly NewCookie[]; headers?: Readonly<Record<string, string>> }>;

/** A page of the office. */
export type OfficePage = Readonly<{ kind: "page"; title: string; body: ReactNode; status?: number }> & Extras;

/** The way to another address, after something was done; `said` stands at the top of it. */
export type GoTo = Readonly<{ kind: "go"; location: string; said?: PlainKey }> & Extras;

/** A file to be saved. */
export type Download = Readonly<{
  kind: "download";
  body: Buffer | ReadableStream<Uint8Array>;
  mediaType: string;
  fileName: string;
}> &
  Extras;

/** What a route answers with. */
export type OfficeAnswer = OfficePage | GoTo | Download;

/** A page with its title. */
export const page = (title: string, body: ReactNode, more: Extras & { status?: number } = {}): OfficePage => ({
  ...{ kind: "page", title, body },
  ...more,
});

/** The way to an address, with what is to be said there. */
export const goTo = (location: string, said?: PlainKey, more: Extras = {}): GoTo => ({
  ...{ kind: "go", location },
  ...(said && { said }),
  ...more,
});

/** A file to be saved under a name. */
export const download = (
  body: Download["body"],
  { mediaType, fileName }: Pick<Download, "mediaType" | "fileName">,
): Download => ({ kind: "download", body, mediaType, fileName });

/** The parts of an address that a route names. */
export type Params = Query;
