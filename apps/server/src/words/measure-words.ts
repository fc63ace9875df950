import type { Doubt, Measure } from "@evenspan/domain/sources/observation";
import type { MessageKey, Translate } from "../messages/translate.ts";

const measures: Readonly<Record<string, MessageKey>> = {
  "life-expectancy-years": "measure.life-expectancy-years",
  deaths: "measure.deaths",
  population: "measure.population",
  "crude-death-rate-per-100k": "measure.crude-death-rate-per-100k",
  "adjusted-death-rate-per-100k": "measure.adjusted-death-rate-per-100k",
  "ypll-rate-per-100k": "measure.ypll-rate-per-100k",
  "hardship-index": "measure.hardship-index",
  "housing-crowded-percent": "measure.housing-crowded-percent",
  "households-in-poverty-percent": "measure.households-in-poverty-percent",
  "unemployed-percent": "measure.unemployed-percent",
  "no-diploma-percent": "measure.no-diploma-percent",
  "under-18-or-over-64-percent": "measure.under-18-or-over-64-percent",
  "income-per-head-usd": "measure.income-per-head-usd",
  "usd-committed": "measure.usd-committed",
} satisfies Record<Measure, MessageKey>;

const doubts: Readonly<Record<string, MessageKey>> = {
  "estimate-outside-interval": "doubt.estimate-outside-interval",
  "no-source-file": "doubt.no-source-file",
  "publisher-warning": "doubt.publisher-warning",
} satisfies Record<Doubt, MessageKey>;

/** What a row measures; its own key where it is one of a later program. */
export const measureWords = (measure: string, t: Translate): string => plain(measures[measure], measure, t);

/** Why a row is in doubt. */
export const doubtWords = (doubt: string, t: Translate): string => plain(doubts[doubt], doubt, t);

/** These messages name nothing, so that they are given as they stand. */
const plain = (key: MessageKey | undefined, otherwise: string, t: Translate): string =>
  key ? (t as (key: MessageKey) => string)(key) : otherwise;
