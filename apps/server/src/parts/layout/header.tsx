import type { Language } from "@evenspan/domain/kernel/text";
import { languages } from "../../http/languages.ts";
import type { MessageKey } from "../../messages/translate.ts";
import { useVisit } from "../../pages/visit.ts";
import { Mark } from "./mark.tsx";
import { ownNames } from "./own-names.ts";

/** The pages that every page leads to. */
const places = [
  ["/areas", "nav.areas"],
  ["/compare", "nav.compare"],
  ["/claims", "nav.claims"],
  ["/methods", "nav.methods"],
  ["/data", "nav.data"],
] as const satisfies readonly (readonly [path: string, label: MessageKey])[];

/** Whose numbers these are, where one can go, and the same page in the other language. */
export function Header({ inLanguage }: { inLanguage: Readonly<Record<Language, string>> }) {
  const { release, language, path, href, t } = useVisit();
  return (
    <header className="site-header">
      <a className="home" href={href("")} aria-current={path === "" ? "page" : undefined}>
        <Mark />
        <span>{release.content.system.name}</span>
      </a>
      <nav aria-label={t("nav.label")}>
        <ul className="links">
          {places.map(([to, label]) => (
            <li key={to}>
              <a className="plain" href={href(to)} aria-current={path === to ? "page" : undefined}>
                {t(label)}
              </a>
            </li>
          ))}
          {languages
            .filter((one) => one !== language)
            .map((one) => (
              <li key={one}>
                <a href={inLanguage[one]} lang={one} hrefLang={one}>
                  {ownNames[one]}
                </a>
              </li>
            ))}
        </ul>
      </nav>
    </header>
  );
}
