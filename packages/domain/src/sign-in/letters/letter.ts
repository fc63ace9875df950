import type { Language } from "../../kernel/text.ts";

/** A letter as it goes out: text only. `{{site}}` in it becomes the public address of the office when it is sent. */
export type Letter = Readonly<{ subject: string; text: string }>;

/** What every letter says: to whom, in which language, and which office writes. */
export type Addressed = Readonly<{ language: Language; name: string; office: string }>;
