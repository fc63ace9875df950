import type { Language } from "@evenspan/domain/kernel/text";
import { languages } from "../../../http/languages.ts";
import { useOffice } from "../../../office/office-visit.ts";
import { OfficeForm } from "../../../parts/form/office-form.tsx";
import { Mark } from "../../../parts/layout/mark.tsx";
import { ownNames } from "../../../parts/layout/own-names.ts";

/** Whose office it is, the page in the other language, and who is signed in, with the way out. */
export function OfficeHeader({ inLanguage }: { inLanguage: Readonly<Record<Language, string>> }) {
  const { language, system, path, href, signedIn, t } = useOffice();
  return (
    <header className="site-header office-header">
      <a className="home" href={href("")} aria-current={path === "/office" ? "page" : undefined}>
        <Mark />
        <span>{t("office.name", { name: system.name })}</span>
      </a>
      <ul className="links">
        {languages
          .filter((one) => one !== language)
          .map((one) => (
            <li key={one}>
              <a href={inLanguage[one]} lang={one} hrefLang={one}>
                {ownNames[one]}
              </a>
            </li>
          ))}
        {signedIn && (
          <>
            <li>
              <a href={href("/me")} aria-current={path === "/office/me" ? "page" : undefined}>
                {signedIn.person.name}
              </a>
            </li>
            <li>
              <OfficeForm name="sign-out" to="/sign-out" bare>
                <button type="submit" className="quiet">
                  {t("office.sign-out")}
                </button>
              </OfficeForm>
            </li>
          </>
        )}
      </ul>
    </header>
  );
}
