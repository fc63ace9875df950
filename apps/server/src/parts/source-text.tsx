import { useVisit } from "../pages/visit.ts";

/** A source as its writer gave it: web addresses in it become links, by the name of the site; all else stays text. */
export function SourceText({ text }: { text: string }) {
  const { t } = useVisit();
  return text.split(/(https?:\/\/[^\s;,)]+)/).map((piece, i) => {
    const site = siteOf(piece);
    return site ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never move
      <a key={i} href={piece} rel="noopener noreferrer">
        {site}
        <span className="spoken">{t("source.outside")}</span>
      </a>
    ) : (
      piece
    );
  });
}

/** The name of a site, where a text is a web address; else null. */
function siteOf(text: string): string | null {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return null;
  return new URL(text).hostname.replace(/^www\./, "");
}
