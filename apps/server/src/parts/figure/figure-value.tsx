import type { Figure } from "@evenspan/domain/figures/figure";
import { amountText, stateWords, unitText } from "@evenspan/domain/figures/figure-words";
import { useVisit } from "../../pages/visit.ts";
import { figurePath } from "../../words/figure-address.ts";
import { decimalsOf } from "../../words/kind-words.ts";
import { SyntheticMark } from "./synthetic-mark.tsx";

/** A figure in a table: its value, or in words why there is none, leading to its receipt. */
export function FigureValue({ figure, withUnit = false }: { figure: Figure | undefined; withUnit?: boolean }) {
  const { language, href, t } = useVisit();
  if (!figure) return <span className="no-value">{t("value.none")}</span>;
  return (
    <>
      <a className={figure.state === "shown" ? undefined : "no-value"} href={href(figurePath(figure.id))}>
        {figure.value === null
          ? stateWords[figure.state][language]
          : amountText(figure.value, figure.unit, decimalsOf(figure.indicator), language)}
        {withUnit && figure.value !== null && ` ${unitText(figure.unit, figure.value, language)}`}
      </a>
      {figure.value !== null && figure.origin === "synthetic" && (
        <>
          {"\u00a0"}
          <SyntheticMark />
        </>
      )}
    </>
  );
}
