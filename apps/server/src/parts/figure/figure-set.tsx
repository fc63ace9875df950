import type { Figure } from "@evenspan/domain/figures/figure";
import { amountText, betweenText, periodWords, stateWords, unitText } from "@evenspan/domain/figures/figure-words";
import type { ReactNode } from "react";
import { useVisit } from "../../pages/visit.ts";
import { figurePath } from "../../words/figure-address.ts";
import { decimalsOf } from "../../words/kind-words.ts";
import { originWords } from "../../words/origin-words.ts";
import { reasonSentence } from "../../words/reason-sentence.ts";
import { subjectLabel } from "../../words/subject-words.ts";
import { SyntheticMark } from "./synthetic-mark.tsx";

type Props = { figure: Figure; label: string | null; remark?: string | null; proof?: boolean; heading?: "h2" | "h3" };

/**
 * A figure as it is set on a page: value, unit, what it is, its interval in words, period, place, and the way to its
 * proof. Where there is no value, its state and the reason stand in its place.
 */
export function FigureSet({ figure, label, remark = null, proof = true, heading: Heading = "h3" }: Props) {
  const visit = useVisit();
  const { language, href, t } = visit;
  const between = betweenText(figure, decimalsOf(figure.indicator), language);
  return (
    <article className="figure">
      <Amount figure={figure} />
      {label && <Heading>{label}</Heading>}
      {between && <p>{t("figure.likely", { between })}</p>}
      {figure.state !== "shown" && <p>{reasonSentence(figure, visit)}</p>}
      {remark && <p>{remark}</p>}
      <p className="about">
        {t("figure.about", {
          period: periodWords(figure.period, language),
          place: subjectLabel(figure.subject, visit),
          origin: originWords(figure.origin, t),
        })}
      </p>
      {proof && (
        <p>
          <a className="proof" href={href(figurePath(figure.id))}>
            {t("figure.how")}
            <span className="spoken">: {label}</span>
          </a>
        </p>
      )}
    </article>
  );
}

function Amount({ figure }: { figure: Figure }): ReactNode {
  const { language } = useVisit();
  if (figure.value === null) return <p className="amount no-value">{stateWords[figure.state][language]}</p>;
  return (
    <p className="amount">
      <b>{amountText(figure.value, figure.unit, decimalsOf(figure.indicator), language)}</b>{" "}
      {unitText(figure.unit, figure.value, language)}
      {figure.origin === "synthetic" && (
        <>
          {" "}
          <SyntheticMark />
        </>
      )}
    </p>
  );
}
