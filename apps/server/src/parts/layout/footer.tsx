import { useVisit } from "../../pages/visit.ts";
import { dayText } from "../../words/day-text.ts";

/** Which release a page is made from, who signed it, and where to read about it. */
export function Footer() {
  const { release, language, href, t } = useVisit();
  return (
    <footer className="site-footer">
      <p>
        {t("footer.release", {
          number: release.number,
          day: dayText(release.publishedAt, language),
          who: release.signedBy,
        })}
      </p>
      <ul className="links">
        <li>
          <a href={href("/release")}>{t("footer.proof")}</a>
        </li>
        <li>
          <a href={href("/about")}>{t("footer.about")}</a>
        </li>
        <li>
          <a href={href("/search")}>{t("footer.search")}</a>
        </li>
      </ul>
    </footer>
  );
}
