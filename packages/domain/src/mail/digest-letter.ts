import type { Language } from "../kernel/text.ts";
import type { NoticeAbout } from "../notices/write-notices.ts";

/** Something to be told in a digest: what it is about, and the record with its title and the day by which it is to be done. */
export type DigestLine = Readonly<{ about: NoticeAbout; recordId: string; title: string; dueOn: string | null }>;

/**
 * The letter that tells someone what happened, each thing with its link.
 *
 * @example
 * digestLetter({ language: "es", name: "Ana", office: "RUSH", lines: [{ about: "late", recordId: "event:1", title: "Feria", dueOn: null }] }).subject // => "RUSH: una novedad para usted"
 */
export function digestLetter({
  language,
  name,
  office,
  lines,
}: Readonly<{ language: Language; name: string; office: string; lines: readonly DigestLine[] }>) {
  const words = wordsOf[language];
  const items = lines.map(
    ({ about, recordId, title, dueOn }) =>
      `${words[about]}: ${title}${dueOn === null ? "" : ` (${words.due(dayText(dueOn, language))})`}\n{{site}}/${language}/office/records/${encodeURI(recordId)}\n`,
  );
  return {
    subject: words.subject(office, lines.length),
    text: [words.hello(name), ...items, words.end(`{{site}}/${language}/office/me`)].join("\n"),
  };
}

/** A day in words: no time zone moves it. */
const dayText = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));

const wordsOf = {
  en: {
    subject: (office: string, count: number) => `${office}: ${count === 1 ? "one thing" : `${count} things`} for you`,
    hello: (name: string) => `Hello ${name},\n`,
    "your-turn": "Your turn",
    comment: "New comment",
    changed: "Changed",
    late: "Late",
    due: (day: string) => `by ${day}`,
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
    due: (day: string) => `para el ${day}`,
    end: (where: string) => `Elija con qué frecuencia quiere estas cartas:\n${where}\n`,
  },
} as const;
