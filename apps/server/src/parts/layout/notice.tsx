import { useVisit } from "../../pages/visit.ts";
import { SyntheticMark } from "../figure/synthetic-mark.tsx";

/** On every page of a demonstration: that it is one, and which numbers are made up. On every pinned page: which release. */
export function Notice() {
  const { release, pinned, language, path, t } = useVisit();
  if (!release.content.system.demonstration && !pinned) return null;
  return (
    <aside className="notice" aria-label={t("notice.label")}>
      {release.content.system.demonstration && (
        <p>
          <strong>{t("notice.demonstration")}</strong> {t("notice.marked")} <SyntheticMark /> {t("notice.synthetic")}
        </p>
      )}
      {pinned && (
        <p>
          {t("notice.pinned", { number: release.number })} <a href={`/${language}${path}`}>{t("notice.newest")}</a>
        </p>
      )}
    </aside>
  );
}
