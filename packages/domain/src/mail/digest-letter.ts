import type { Language } from "../kernel/text.ts";
import type { NoticeAbout } from "../notices/write-notices.ts";

/** Something to be told in a digest: what it is about, and the record with its title. */
export type DigestLine = Readonly<{ about: NoticeAbout; recordId: string; title: string }>;

/**
 * The letter that tells someone what happened, each thing with its link.
 *
 * @example
 * digestLetter({ language: "es", name: "Ana", office: "RUSH", lines: [{ about: "late", recordId: "event:1", title: "Feria" }] }).subject // => "RUSH: una novedad para usted"
 */
export function digestLetter({
  language,
  name,
  office,
  lines,
}: Readonly<{ language: Language; name: string; office: string; lines: readonly DigestLine[] }>) {
  const words = wordsOf[language];
  const items = lines.map(
    ({ about, recordId, title }) =>
      `${words[about]}: ${title}\n{{site}}/${language}/office/records/${encodeURI(recordId)}\n`,
  );
  return {
    subject: words.subject(office, lines.length),
    text: [words.hello(name), ...items, words.end(`{{site}}/${language}/office/me`)].join("\n"),
  };
}

const wordsOf = {
  en: {
    subject: (office: string, count: number) => `${office}: ${count === 1 ? "one thing" : `${count} things`} for you`,
    hello: (name: string) => `Hello ${name},\n`,
    "your-turn": "Your turn",
    comment: "New comment",
    changed: "Changed",
    late: "Late",
    end: (where: string) => `Choose how often you want these letters:\n${where}\n`,
  },
  es: {
    subject: (office: string, count: number) =>
      `${office}: ${count === 1 ? "una novedad" : `${count} novedades`} para usted`,
    hello: (name: string) => `Hola, ${name}:\n`,
    "your-turn": "Le toca a usted",
    comment: "Comentario nuevo",
    changed: "Cambió",
    late: "Con retraso",
    end: (where: string) => `Elija con qué frecuencia quiere estas cartas:\n${where}\n`,
  },
} as const;
