import { useOffice } from "../../office/office-visit.ts";

/** The way to the next page of a list and back to its first. Lists are read by where a page ended, so no page is skipped or seen twice. */
export function Pager({ first, next }: { first: string | null; next: string | null }) {
  const { t } = useOffice();
  if (first === null && next === null) return null;
  return (
    <nav className="pages" aria-label={t("list.pages")}>
      {first !== null && <a href={first}>{t("list.first")}</a>}
      {next !== null && (
        <a href={next} rel="next">
          {t("list.next")}
        </a>
      )}
    </nav>
  );
}
