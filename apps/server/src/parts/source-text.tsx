import { useWords } from "../pages/words-context.ts";
import { InEnglish } from "./in-english.tsx";

/**
 * A source as its writer gave it, in English: web addresses in it become links, by the name of the site; all else stays
 * text, marked as English where the page is not, so that it is read aloud as such.
 */
export function SourceText({ text }: { text: string }) {
  const { t, language } = useWords();
  const pieces = text
    .split(/(https?:\/\/[^\s;,)]+)/)
    .filter(Boolean)
    .map((piece, i) => {
      const site = siteOf(piece);
      return site ? (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never move
        <a key={i} href={piece} rel="noopener noreferrer">
          {site}
          <span className="spoken" lang={language}>
            {t("source.outside")}
          </span>
        </a>
      ) : (
        piece
      );
    });
  return <InEnglish>{pieces}</InEnglish>;
}

/** The name of a site, where a text is a web address; else null. */
function siteOf(text: string): string | null {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return null;
  return new URL(text).hostname.replace(/^www\./, "");
}
