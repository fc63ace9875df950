import type { Page } from "../page.ts";
import { useVisit, type Visit } from "../visit.ts";

/** What a range is, when two numbers can be told apart, and why places are not ranked one by one. */
export const rangesPage = ({ t }: Visit): Page => ({ title: t("ranges.title"), body: <Ranges /> });

function Ranges() {
  const { href, t } = useVisit();
  return (
    <>
      <p className="crumbs">
        <a href={href("/methods")}>{t("methods.title")}</a>
      </p>
      <h1>{t("ranges.title")}</h1>
      <p className="lead">{t("ranges.lead")}</p>
      <h2>{t("ranges.apart")}</h2>
      <p>{t("ranges.apart-how")}</p>
      <p>
        {t("repeat.formula")} <code className="hash">d ± √((a − aₗ)² + (bᵤ − b)²)</code>{" "}
        <span lang="en">Zou GY, Donner A. Statistics in Medicine 2008;27:1693–1702.</span>
      </p>
      <h2>{t("ranges.order")}</h2>
      <p>{t("ranges.order-how")}</p>
    </>
  );
}
