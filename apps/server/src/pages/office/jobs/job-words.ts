import type { PlainKey, Translate } from "../../../messages/translate.ts";
import { upperFirst } from "../../../words/upper-first.ts";

const kinds: Readonly<Record<string, PlainKey>> = { "build-release": "job.kind.build-release" };

/** What a kind of long work is called. */
export const jobKindName = (kind: string, t: Translate): string =>
  Object.hasOwn(kinds, kind) ? t(kinds[kind]!) : upperFirst(kind.replaceAll("-", " "));
