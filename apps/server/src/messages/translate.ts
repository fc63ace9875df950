import { locales } from "@evenspan/domain/figures/figure-words";
import type { Language } from "@evenspan/domain/kernel/text";
import { IntlMessageFormat } from "intl-messageformat";
import { en } from "./en.ts";
import { es } from "./es.ts";
import type { MessageArgs } from "./message-args.ts";

/** Every sentence and word of the pages, by key, in each language. */
export const messages = { en, es } as const;

/** The key of a message. */
export type MessageKey = keyof typeof en;

/** The key of a message that names nothing. */
export type PlainKey = { [K in MessageKey]: MessageArgs<(typeof en)[K]> extends [] ? K : never }[MessageKey];

/** Gives a message in the language of the visit; what it names must be given, or it does not compile. */
export type Translate = <K extends MessageKey>(key: K, ...args: MessageArgs<(typeof en)[K]>) => string;

const formats = new Map<string, IntlMessageFormat>();

/**
 * The one place that knows how messages are written (ICU) and by whom they are read (intl-messageformat).
 *
 * @example
 * translator("es")("nav.areas") // => "Áreas"
 */
export const translator =
  (language: Language): Translate =>
  (key, ...args) => {
    const text = messages[language][key];
    const values = args[0];
    return values ? String(formatOf(language, text).format(values)) : text;
  };

/** Reading a message is dear and its reading is cheap to keep. */
function formatOf(language: Language, text: string): IntlMessageFormat {
  const key = language + text;
  const kept = formats.get(key) ?? new IntlMessageFormat(text, locales[language], undefined, { ignoreTag: true });
  formats.set(key, kept);
  return kept;
}
