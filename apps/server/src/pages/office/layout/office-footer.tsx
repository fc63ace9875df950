import { useOffice } from "../../../office/office-visit.ts";

/** The public site, the keys, and how everything looks. */
export function OfficeFooter() {
  const { language, href, t } = useOffice();
  return (
    <footer className="office-footer">
      <ul className="links">
        <li>
          <a href={`/${language}`}>{t("office.to-public")}</a>
        </li>
        <li>
          <a href={href("/keys")}>
            <kbd>?</kbd> {t("keys.title")}
          </a>
        </li>
        <li>
          <a href={href("/design")}>{t("design.title")}</a>
        </li>
      </ul>
    </footer>
  );
}
