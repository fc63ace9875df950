/** A file that was sent with a form. */
export type SentFile = Readonly<{ name: string; bytes: Buffer }>;

/** A form as it was sent. Of a field that came several times, the first counts unless all are asked for. */
export type Form = Readonly<{
  /** What was typed, without blanks around it; empty where nothing was. */
  text: (field: string) => string;
  /** What was typed, letter by letter: for passwords. */
  exact: (field: string) => string;
  all: (field: string) => readonly string[];
  file: (field: string) => SentFile | null;
  /** Everything that was typed, but for what must not be kept. */
  typed: Typed;
}>;

/** What was typed into a form, field by field. */
export type Typed = Readonly<Record<string, readonly string[]>>;

/** Fields that are never kept and never given back: secrets, and what a page makes anew. */
const neverKept = /password|code|secret|^token$/i;

/** The name of the field that carries a form's token. */
export const tokenField = "token";

/** The name of the field that says which form of a page it is. */
export const formField = "form";

/** The name of the field that says which of several like things a form is about. */
export const itemField = "item";

/** A form from its fields in order, and its files. Letters that the database cannot hold are left out. */
export function formOf(fields: Iterable<readonly [string, string]>, files: ReadonlyMap<string, SentFile>): Form {
  const values = new Map<string, string[]>();
  for (const [told, value] of fields) {
    const [name, text] = [plainText(told).slice(0, 100), plainText(value)];
    const before = values.get(name);
    if (before) before.push(text);
    else values.set(name, [text]);
  }
  return {
    text: (field) => (values.get(field)?.[0] ?? "").trim(),
    exact: (field) => values.get(field)?.[0] ?? "",
    all: (field) => values.get(field) ?? [],
    file: (field) => files.get(field) ?? null,
    typed: Object.fromEntries([...values].filter(([name]) => !neverKept.test(name))),
  };
}

/**
 * A text without control characters, but for tabs and ends of lines, and with one kind of line end.
 *
 * @example
 * plainText("a\u0000b\r\nc") // => "ab\nc"
 */
export const plainText = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  text.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0008\u000b-\u001f\u007f\ud800-\udfff\ufffe\uffff]/gu, "");
