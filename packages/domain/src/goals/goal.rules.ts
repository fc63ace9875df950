import { comparison, isNotComparable } from "../figures/comparison.rules.ts";
import type { Figure } from "../figures/figure.ts";
import { gapSubject } from "../figures/subject.ts";
import type { Text } from "../kernel/text.ts";
import type { Goal, GoalReading, GoalStanding } from "./goal.ts";

/**
 * Reads a goal off the figures of a release: its curve, where it stands, and the sentence that says so.
 *
 * The baseline is the figure of the baseline year; where that year was revised since, it is the figure that the goal was
 * frozen to (goal-baseline). Null where the release has no figure of that year.
 */
export function goalReading(goal: Goal, figures: readonly Figure[]): GoalReading | null {
  const subject = gapSubject(goal.highPlaceId, goal.lowPlaceId);
  const curve = figures
    .filter((one) => one.indicator === goal.indicator && one.subject === subject && one.sex === "all")
    .sort((a, b) => a.period.to - b.period.to);
  const ofYear = ({ period }: Figure) => period.from === goal.baselineYear && period.to === goal.baselineYear;
  const frozen = figures.find((one) => one.indicator === "goal-baseline" && one.subject === subject && ofYear(one));
  const baselineFigure = frozen ?? curve.find(ofYear);
  if (!baselineFigure) return null;
  // The frozen one is the same measure, told earlier: it can be held against the others.
  const baseline = { ...baselineFigure, indicator: goal.indicator };
  const shown = curve.filter((one) => one.state === "shown");
  const latest = shown.filter((one) => one.period.from > goal.baselineYear).at(-1) ?? null;
  const targetValue = baseline.value === null ? null : baseline.value * goal.targetShare;
  const standing = standingOf(baseline, latest, targetValue);
  return {
    goal,
    baselineFigure: baseline.id,
    targetValue,
    curve: curve.map((one) => one.id),
    standing,
    sentence: sentence(goal, baseline, latest, shown[0] ?? baseline, standing),
  };
}

function standingOf(baseline: Figure, latest: Figure | null, targetValue: number | null): GoalStanding {
  if (!latest || baseline.value === null || targetValue === null) return "not-measured";
  const change = comparison(latest, baseline);
  if (isNotComparable(change)) return reported(baseline.value, latest);
  if (change.verdict === "first-higher") return "widened";
  if (latest.upper! <= targetValue) return "met";
  return change.verdict === "second-higher" ? "narrowed" : "no-clear-change";
}

/** Of a newest figure without a range; with one, it is the baseline that has none, and chance cannot be judged. */
function reported(baselineYears: number, { value, level }: Figure): GoalStanding {
  if (level !== null || value === baselineYears) return "no-clear-change";
  return value! > baselineYears ? "reported-wider" : "reported-narrower";
}

const years = (figure: Figure): string => figure.value!.toFixed(1);

function sentence(goal: Goal, baseline: Figure, latest: Figure | null, first: Figure, standing: GoalStanding): Text {
  if (baseline.value === null)
    return {
      en: "The gap that this goal starts from is withheld, so nothing can be said about it yet.",
      es: "La brecha de la que parte esta meta no se muestra, así que todavía no se puede decir nada.",
    };
  const parts = [promise(goal, baseline), before(first, baseline), since(baseline, latest, standing)];
  return { en: parts.flatMap((one) => one?.en ?? []).join(" "), es: parts.flatMap((one) => one?.es ?? []).join(" ") };
}

function promise({ targetShare, targetYear, baselineYear }: Goal, baseline: Figure): Text {
  const target = (baseline.value! * targetShare).toFixed(1);
  return {
    en: `The goal is to bring the gap from ${years(baseline)} years in ${baselineYear} down to ${target} by ${targetYear}.`,
    es: `La meta es reducir la brecha de ${years(baseline)} años en ${baselineYear} a ${target} para ${targetYear}.`,
  };
}

/** How the gap came to be what it was at the baseline. */
function before(first: Figure, baseline: Figure): Text | null {
  if (first.period.from >= baseline.period.from) return null;
  const span = { from: first.period.from, to: baseline.period.from };
  const change = comparison(baseline, first);
  if (isNotComparable(change) || change.verdict === "cannot-tell")
    return {
      en: `Whether it changed between ${span.from} and ${span.to} cannot be told from the numbers.`,
      es: `Los números no permiten decir si cambió entre ${span.from} y ${span.to}.`,
    };
  const widened = change.verdict === "first-higher";
  return {
    en: `Before that, the measured gap ${widened ? "widened" : "narrowed"}: it was ${years(first)} years in ${span.from}.`,
    es: `Antes, la brecha medida ${widened ? "creció" : "se redujo"}: era de ${years(first)} años en ${span.from}.`,
  };
}

function since(baseline: Figure, latest: Figure | null, standing: GoalStanding): Text {
  if (!latest || standing === "not-measured")
    return {
      en: `Nothing measured after ${baseline.period.to} is at hand, so we cannot say where the goal stands.`,
      es: `No hay ninguna medición posterior a ${baseline.period.to}, así que no podemos decir cómo va la meta.`,
    };
  const year = latest.period.to;
  return saidSince[standing](years(latest), year, baseline.period.to);
}

type Said = (now: string, year: number, baselineYear: number) => Text;

const saidSince: Readonly<Record<Exclude<GoalStanding, "not-measured">, Said>> = {
  met: (now, year) => ({
    en: `In ${year} it was ${now} years: the goal is met.`,
    es: `En ${year} era de ${now} años: la meta se cumplió.`,
  }),
  narrowed: (now, year, from) => ({
    en: `In ${year} it was ${now} years: the measured gap has narrowed since ${from}, and the goal is not yet met.`,
    es: `En ${year} era de ${now} años: la brecha medida se ha reducido desde ${from}, pero la meta aún no se cumple.`,
  }),
  widened: (now, year, from) => ({
    en: `In ${year} it was ${now} years: the measured gap has widened since ${from}. The goal is being missed.`,
    es: `En ${year} era de ${now} años: la brecha medida ha crecido desde ${from}. La meta no se está cumpliendo.`,
  }),
  "no-clear-change": (now, year, from) => ({
    en: `In ${year} it was ${now} years: we cannot say whether it changed since ${from}.`,
    es: `En ${year} era de ${now} años: no podemos decir si cambió desde ${from}.`,
  }),
  "reported-wider": (now, year) => ({
    en: `For ${year}, ${now} years was reported, without a range that would tell how sure that is. If it is right, the gap has widened and the goal is being missed.`,
    es: `Para ${year} se informó de ${now} años, sin un rango que diga qué tan seguro es. Si es correcto, la brecha ha crecido y la meta no se está cumpliendo.`,
  }),
  "reported-narrower": (now, year) => ({
    en: `For ${year}, ${now} years was reported, without a range that would tell how sure that is. If it is right, the gap has narrowed.`,
    es: `Para ${year} se informó de ${now} años, sin un rango que diga qué tan seguro es. Si es correcto, la brecha se ha reducido.`,
  }),
};
