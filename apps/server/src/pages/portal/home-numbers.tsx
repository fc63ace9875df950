import { FigureSet } from "../../parts/figure/figure-set.tsx";
import { useVisit } from "../visit.ts";

/** The numbers that the office puts first, each with its proof. One that the release does not hold is left out. */
export function HomeNumbers() {
  const { release, language, t } = useVisit();
  const numbers = release.content.front.numbers.flatMap(({ figure: id, label, remark }) => {
    const figure = release.figure(id);
    return figure ? [{ figure, label: label[language], remark: remark?.[language] ?? null }] : [];
  });
  return (
    <section aria-labelledby="numbers">
      <h2 id="numbers">{t("home.numbers")}</h2>
      <div className="figures">
        {numbers.map((number) => (
          <FigureSet key={number.figure.id} {...number} />
        ))}
      </div>
    </section>
  );
}
