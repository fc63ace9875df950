import type { PlainKey } from "../../../messages/translate.ts";
import { useOffice } from "../../../office/office-visit.ts";
import { hatched } from "../../../parts/hatch.tsx";

const colors = ["paper", "wash", "ink", "soft", "rule", "line", "clay"] as const;
const shades = ["shade-1", "shade-2", "shade-3", "shade-4", "shade-5"] as const;
const apart = ["below-2", "below-1", "middle", "above-1", "above-2"] as const;

/** The colors by name, and the palettes of maps, with what stands for a value that is not shown. */
export function ColorSamples() {
  const { t } = useOffice();
  return (
    <section aria-labelledby="colors">
      <h2 id="colors">{t("design.colors")}</h2>
      <Swatches names={colors} />
      <h3>{t("design.sequential")}</h3>
      <Swatches names={shades} />
      <h3>{t("design.diverging")}</h3>
      <Swatches names={apart} />
      <h3>{t("design.no-value")}</h3>
      <ul className="swatches">
        <NoValue label="design.suppressed" fill={hatched} />
        <NoValue label="design.not-collected" dashes="6 4" />
        <NoValue label="design.missing" />
      </ul>
    </section>
  );
}

function Swatches({ names }: { names: readonly string[] }) {
  return (
    <ul className="swatches">
      {names.map((name) => (
        <li key={name}>
          <span className={`swatch-box is-${name}`} aria-hidden="true" />
          <code>{name}</code>
        </li>
      ))}
    </ul>
  );
}

function NoValue({ label, fill = "none", dashes }: { label: PlainKey; fill?: string; dashes?: string }) {
  const { t } = useOffice();
  return (
    <li>
      <svg className="no-value-box" viewBox="0 0 60 40" aria-hidden="true">
        <rect x="1" y="1" width="58" height="38" fill={fill} strokeDasharray={dashes} />
      </svg>
      {t(label)}
    </li>
  );
}
