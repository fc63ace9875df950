import { useOffice } from "../../../office/office-visit.ts";
import { Life } from "../../../parts/life.tsx";
import { Progress } from "../../../parts/progress.tsx";

/** The line, and what it is used for in the office: the life of a thing, and how far a long work is. */
export function LineSamples() {
  const { t } = useOffice();
  return (
    <section aria-labelledby="the-line">
      <h2 id="the-line">{t("design.line")}</h2>
      <p>{t("design.line-lead")}</p>
      <Life
        label={t("design.line")}
        stops={[
          { name: t("release.state.built"), at: "done", about: t("design.sentence") },
          { name: t("release.state.signed"), at: "now" },
          { name: t("release.state.published"), at: "ahead" },
        ]}
      />
      <Progress share={0.42} label={t("design.line")} />
    </section>
  );
}
