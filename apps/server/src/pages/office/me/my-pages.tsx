import type { PlainKey } from "../../../messages/translate.ts";
import { useOffice } from "../../../office/office-visit.ts";

const places = [
  ["/me", "me.title"],
  ["/me/password", "password.title"],
  ["/me/second-factor", "factor.title"],
  ["/me/sessions", "sessions.title"],
] as const satisfies readonly (readonly [string, PlainKey])[];

/** The pages about oneself, above each of them. */
export function MyPages() {
  const { path, href, t } = useOffice();
  return (
    <nav className="tabs" aria-label={t("me.pages")}>
      <ul className="links">
        {places.map(([to, label]) => (
          <li key={to}>
            <a href={href(to)} className="plain" aria-current={path === `/office${to}` ? "page" : undefined}>
              {t(label)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
