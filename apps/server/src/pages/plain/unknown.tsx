import type { Page } from "../page.ts";
import { FindArea } from "../portal/find-area.tsx";
import { useVisit, type Visit } from "../visit.ts";

/** For an address that leads nowhere: what may have happened, and ways on. */
export const unknownPage = ({ t }: Visit): Page => ({ title: t("unknown.title"), body: <Unknown /> });

function Unknown() {
  const { href, t } = useVisit();
  return (
    <>
      <h1>{t("unknown.title")}</h1>
      <p className="lead">{t("unknown.lead")}</p>
      <p>
        <a href={href("/search")}>{t("unknown.search")}</a>
      </p>
      <p>
        <a href={href("")}>{t("unknown.home")}</a>
      </p>
      <FindArea />
    </>
  );
}
