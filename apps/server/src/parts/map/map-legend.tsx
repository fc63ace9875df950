import type { Figure } from "@evenspan/domain/figures/figure";
import { amountText, stateWords, unitText } from "@evenspan/domain/figures/figure-words";
import { type ValueState, valueStates } from "@evenspan/domain/kernel/value-state";
import { useVisit } from "../../pages/visit.ts";
import { hatched } from "../hatch.tsx";
import { classOf, type MapClass } from "./map-classes.ts";
import { voidClassOf } from "./void-class.ts";

type Props = { figures: readonly Figure[]; classes: readonly MapClass[]; placesOnMap: number };

/** What each shade and pattern means, in words, with the number of areas that have it. */
export function MapLegend({ figures, classes, placesOnMap }: Props) {
  const { language, t } = useVisit();
  const unit = figures[0]?.unit ?? "years";
  const edge = (value: number) => amountText(value, unit, Number.isInteger(value) ? 0 : 1, language);
  const counts = classes.map(
    (_, i) => figures.filter(({ value }) => value !== null && classOf(value, classes) === i).length,
  );
  const states = valueStates.filter((state) => state !== "shown" && figures.some((figure) => figure.state === state));
  const none = placesOnMap - figures.length;
  return (
    <ul className="legend">
      {classes.map(({ from, below }, i) => (
        <li key={from}>
          <Swatch kind={`s${i + 1}`} />
          {t("legend.class", { from: edge(from), below: edge(below), unit: unitText(unit, below, language) })}:{" "}
          <span className="count">{t("legend.areas", { count: counts[i]! })}</span>
        </li>
      ))}
      {states.map((state) => (
        <Voided key={state} state={state} count={figures.filter((figure) => figure.state === state).length} />
      ))}
      {none > 0 && (
        <li>
          <Swatch kind="void" />
          {t("value.none")}: <span className="count">{t("legend.areas", { count: none })}</span>
        </li>
      )}
    </ul>
  );
}

function Voided({ state, count }: { state: ValueState; count: number }) {
  const { language, t } = useVisit();
  return (
    <li>
      <Swatch kind={voidClassOf(state)} />
      {stateWords[state][language]}: <span className="count">{t("legend.areas", { count })}</span>
    </li>
  );
}

function Swatch({ kind }: { kind: string }) {
  return (
    <svg className="swatch" width="26" height="18" aria-hidden="true">
      <path className={kind} fill={kind.includes("withheld") ? hatched : undefined} d="M1 1h24v16H1z" />
    </svg>
  );
}
