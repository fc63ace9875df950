import type { Page } from "../page.ts";
import { useVisit, type Visit } from "../visit.ts";

/** What the site is, and how it is made so that everyone can use it. */
export const aboutPage = ({ t }: Visit): Page => ({ title: t("about.title"), body: <About /> });

function About() {
  const { release, href, t } = useVisit();
  return (
    <>
      <h1>{t("about.title")}</h1>
      <p className="lead">{t("about.lead", { name: release.content.system.name })}</p>
      <p>{t("about.release")}</p>
      {release.content.system.demonstration && <p>{t("about.demonstration")}</p>}
      <section aria-labelledby="everyone">
        <h2 id="everyone">{t("about.everyone")}</h2>
        <p>{t("about.standard")}</p>
        <ul>
          <li>{t("about.no-script")}</li>
          <li>{t("about.tables")}</li>
          <li>{t("about.color")}</li>
          <li>{t("about.language")}</li>
        </ul>
        <p>{t("about.limits")}</p>
        <p>{t("about.wrong")}</p>
      </section>
      <section aria-labelledby="private">
        <h2 id="private">{t("about.private")}</h2>
        <p>{t("about.private-how")}</p>
      </section>
      <p>
        <a href={href("/methods")}>{t("methods.title")}</a>
      </p>
    </>
  );
}
