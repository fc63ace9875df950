import {
  empiricalBayesRates,
  excessRisks,
  isUndefined,
  localEmpiricalBayes,
  neighboursOf,
  rateDeviates,
  spatialRates,
} from "../../../src/index.ts";
import { type Answer, departing, type OracleCase } from "../oracle.ts";

const unclamped = "esda lets the variance between areas fall below zero; compared after that";

/** esda's smoothers, which give rates per person. */
export function spatialSmoothingCase({ source, input }: OracleCase): Answer {
  const counts = { events: input.events, personYears: input.population };
  const options = { per: 1 };
  switch (source) {
    case "esda_eb":
      return global(counts);
    case "esda_seb":
      return { estimate: localEmpiricalBayes(counts, neighboursOf(input.neighbours), options).value };
    case "esda_sr":
      return { estimate: spatialRates(counts, neighboursOf(input.neighbours), options).value };
    case "esda_er":
      return { estimate: excessRisks(counts) };
    default:
      return { estimate: rateDeviates(counts) };
  }
}

function global(counts: Readonly<{ events: number[]; personYears: number[] }>): Answer {
  const smoothed = empiricalBayesRates(counts, { per: 1 });
  if (isUndefined(smoothed)) return smoothed;
  const { values, mean, momentVariance: moment } = smoothed;
  const estimate = counts.events.map((d, i) => {
    const personYears = counts.personYears[i]!;
    const asPeer = mean + (moment / (moment + mean / personYears)) * (d / personYears - mean);
    return moment < 0 ? departing(unclamped, asPeer) : values[i];
  });
  return { estimate, mean, variance: moment };
}
