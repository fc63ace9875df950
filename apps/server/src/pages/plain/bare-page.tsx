import type { Language } from "@evenspan/domain/kernel/text";
import { renderToStaticMarkup } from "react-dom/server";
import type { Assets } from "../../http/assets.ts";
import { type MessageKey, translator } from "../../messages/translate.ts";
import { Shell } from "../../parts/layout/document.tsx";

/** Pages that are about no release: something failed, nothing is published yet, the way of asking is not ours. */
export type BareKind = "failed" | "empty" | "method" | "too-long";

const titles = {
  failed: "failed.title",
  empty: "empty.title",
  method: "method.title",
  "too-long": "too-long.title",
} as const satisfies Record<BareKind, MessageKey>;

const leads = {
  failed: "failed.lead",
  empty: "empty.lead",
  method: "method.lead",
  "too-long": "too-long.lead",
} as const satisfies Record<BareKind, MessageKey>;

/** The whole text of such a page: what happened, that nothing was lost, and what to do next. */
export function barePage(kind: BareKind, language: Language, assets: Assets): string {
  const t = translator(language);
  const { style, font, icon } = assets;
  const surroundings = { style, font, icon, inLanguage: { en: "/en", es: "/es" } };
  return `<!doctype html>${renderToStaticMarkup(
    <Shell title={t(titles[kind])} language={language} surroundings={surroundings}>
      <main id="content">
        <h1>{t(titles[kind])}</h1>
        <p className="lead">{t(leads[kind])}</p>
        <p>
          <a href={`/${language}`}>{t("unknown.home")}</a>
        </p>
      </main>
    </Shell>,
  )}`;
}
