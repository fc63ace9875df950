import { useOffice } from "../../../office/office-visit.ts";

const sizes = ["title", "head", "lead", "text", "small"] as const;

/** One family in five sizes, none below 16 px; figures of one width in tables. */
export function TypeSamples() {
  const { t } = useOffice();
  return (
    <section aria-labelledby="type">
      <h2 id="type">{t("design.type")}</h2>
      {sizes.map((size) => (
        <p key={size} className={`is-size-${size}`}>
          <code>{size}</code> {t("design.sentence")}
        </p>
      ))}
      <p>
        <a href="#type">{t("design.link")}</a>, <kbd>Tab</kbd>, <code className="hash">7e1a62bdce64</code>
      </p>
    </section>
  );
}
