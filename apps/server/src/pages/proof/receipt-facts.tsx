import type { Figure } from "@evenspan/domain/figures/figure";
import {
  amountText,
  intervalText,
  numberText,
  periodWords,
  stateWords,
  unitText,
} from "@evenspan/domain/figures/figure-words";
import { methodByKey } from "@evenspan/domain/figures/methods";
import { gapEnds, type PlaceSetRef } from "@evenspan/domain/figures/subject";
import { indicatorByKey } from "@evenspan/domain/indicators/indicators";
import type { PlaceId } from "@evenspan/domain/places/place";
import type { PlaceSet } from "@evenspan/domain/places/place-set";
import { causeByKey } from "@evenspan/domain/sources/causes";
import type { ReactNode } from "react";
import { SourceText } from "../../parts/source-text.tsx";
import { decimalsOf } from "../../words/kind-words.ts";
import { originWords } from "../../words/origin-words.ts";
import { placeLabel } from "../../words/place-words.ts";
import { stateSentence } from "../../words/reason-sentence.ts";
import { subjectLabel } from "../../words/subject-words.ts";
import { upperFirst } from "../../words/upper-first.ts";
import { useVisit } from "../visit.ts";

/** Everything that a figure carries, one fact a line. */
export function ReceiptFacts({ figure }: { figure: Figure }) {
  const visit = useVisit();
  const { language, href, t } = visit;
  const { value, unit, indicator, level } = figure;
  const decimals = decimalsOf(indicator);
  const method = methodByKey(figure.method);
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{t("receipt.facts")}</h2>
      <p>{indicatorByKey(indicator)?.meaning[language]}</p>
      <dl className="facts">
        <Fact name={t("fact.value")}>
          {value === null
            ? stateWords[figure.state][language]
            : `${amountText(value, unit, decimals, language)} ${unitText(unit, value, language)}`}
        </Fact>
        <Fact name={t("fact.state")}>{stateSentence(figure.state, visit)}</Fact>
        <Fact name={t("fact.range")}>
          {level === null
            ? t("fact.no-range")
            : t("fact.range-is", {
                range: intervalText(figure, decimals, language) ?? "",
                level: numberText(level * 100, 0, language),
              })}
        </Fact>
        <Fact name={t("fact.years")}>{periodWords(figure.period, language)}</Fact>
        <Fact name={t("fact.place")}>
          {upperFirst(subjectLabel(figure.subject, visit))}
          <Sets figure={figure} />
        </Fact>
        <Fact name={t("fact.people")}>
          {figure.sex === "all" ? t("fact.everyone") : figure.sex === "female" ? t("sex.female") : t("sex.male")}
        </Fact>
        {figure.cause !== "all" && (
          <Fact name={t("fact.cause")}>{causeByKey(figure.cause)?.name[language] ?? figure.cause}</Fact>
        )}
        <Fact name={t("fact.origin")}>{upperFirst(originWords(figure.origin, t))}</Fact>
        <Fact name={t("fact.method")}>
          {method?.says[language]} <a href={href(`/methods/${indicator}`)}>{method?.name[language] ?? figure.method}</a>
        </Fact>
        <Fact name={t("fact.name")}>
          <code className="hash">{figure.id}</code>
        </Fact>
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The sets of places that the figure is about: which version, its places, why they are these, and on whose word. */
function Sets({ figure }: { figure: Figure }) {
  const { index } = useVisit();
  const ends = gapEnds(figure.subject);
  const refs = ends ? [ends.high, ends.low] : [figure.subject];
  return refs
    .flatMap((ref) => index.sets.get(ref as PlaceSetRef) ?? [])
    .map((set) => <SetFacts key={`${set.id}@${set.version}`} set={set} />);
}

function SetFacts({ set }: { set: PlaceSet }) {
  const { language, t } = useVisit();
  const places = set.places.map((id: PlaceId) => placeLabel(id, language)).join(", ");
  return (
    <>
      <p>{t("set.version", { version: set.version, name: set.name[language], places })}</p>
      <p>
        {set.reason[language]} {t("set.source")} <SourceText text={`${set.source}.`} />
      </p>
    </>
  );
}
