import { indicatorByKey } from "@evenspan/domain/indicators/indicators";
import { causeByKey } from "@evenspan/domain/sources/causes";
import type { FigureKind } from "../pages/release-index.ts";
import type { Visit } from "../pages/visit.ts";

type Words = Pick<Visit, "language" | "t">;

/** What is measured, in the reader's words: with the cause and the sex where it is not all of them. */
export const kindTitle = (kind: Omit<FigureKind, "period">, words: Words): string =>
  withParts(indicatorByKey(kind.indicator)?.title[words.language] ?? kind.indicator, kind, words);

/** The same in the field's words. */
export const kindTerm = (kind: Omit<FigureKind, "period">, words: Words): string =>
  withParts(indicatorByKey(kind.indicator)?.term[words.language] ?? kind.indicator, kind, words);

function withParts(text: string, { cause, sex }: Pick<FigureKind, "cause" | "sex">, { language, t }: Words): string {
  const parts = [
    cause === "all" ? null : causeByKey(cause)?.name[language],
    sex === "female" ? t("sex.female") : sex === "male" ? t("sex.male") : null,
  ].filter(Boolean);
  return parts.length === 0 ? text : `${text}: ${parts.join(", ")}`;
}

/** Decimals that an indicator prints; one where the indicator is not known any more. */
export const decimalsOf = (indicator: string): number => indicatorByKey(indicator)?.decimals ?? 1;
