import { cellSuppressionCase } from "./adapters/cell-suppression.ts";
import { concentrationPeopleCase } from "./adapters/concentration-people.ts";
import { crudeRateCase } from "./adapters/crude-rate.ts";
import { differentialPrivacyCase } from "./adapters/differential-privacy.ts";
import { directGammaCase } from "./adapters/direct-gamma.ts";
import { distributionCase, pysalInequalityCase } from "./adapters/distributions-of-values.ts";
import { dobsonByarCase } from "./adapters/dobson-byar.ts";
import { empiricalBayesCase } from "./adapters/empirical-bayes.ts";
import { esdaStandardisationCase } from "./adapters/esda.ts";
import { excessDeathsCase } from "./adapters/excess-deaths.ts";
import { expectancyComparisonCase } from "./adapters/expectancy-comparison.ts";
import { expectancyGapCase } from "./adapters/expectancy-gap.ts";
import { funnelCase } from "./adapters/funnel.ts";
import { healthyExpectancyCase } from "./adapters/healthy-life-expectancy.ts";
import { heatAttributableCase } from "./adapters/heat-attributable.ts";
import { heatConcentrationCase } from "./adapters/heat-concentration.ts";
import { heatContrastCase } from "./adapters/heat-contrast.ts";
import { heatCorrectedCase, heatDispersionCase } from "./adapters/heat-dispersion.ts";
import { heatDisparityCase, heatMeanDifferenceCase } from "./adapters/heat-distance.ts";
import { indirectCase } from "./adapters/indirect.ts";
import { lifeExpectancyCase } from "./adapters/life-expectancy.ts";
import { lifeTableCase } from "./adapters/life-table.ts";
import { lifeTableVariantCase } from "./adapters/life-table-variants.ts";
import { meanCase } from "./adapters/mean.ts";
import { phePublishedCase } from "./adapters/phe-published.ts";
import { extremesCase, segregationCase } from "./adapters/places-apart.ts";
import { presentationCase } from "./adapters/presentation.ts";
import { proportionCase } from "./adapters/proportion.ts";
import { quantilesCase } from "./adapters/quantiles.ts";
import { rateComparisonCase } from "./adapters/rate-comparison.ts";
import { rateDecompositionCase } from "./adapters/rate-decomposition.ts";
import { relativeInequityCase } from "./adapters/relative-inequity.ts";
import { simulatedExpectancyCase } from "./adapters/simulated-life-expectancy.ts";
import { slopeExactCase } from "./adapters/slope-index-exact.ts";
import { slopeHeatCase } from "./adapters/slope-index-heat.ts";
import { slopePheCase } from "./adapters/slope-index-phe.ts";
import { spatialSmoothingCase } from "./adapters/spatial-smoothing.ts";
import { trendCase } from "./adapters/trend.ts";
import { vulnerabilityCase } from "./adapters/vulnerability.ts";
import { yearsOfLifeLostCase } from "./adapters/years-of-life-lost.ts";
import type { Adapter } from "./oracle.ts";

/** Which adapter answers which oracle file. */
export const adapters: Readonly<Record<string, Adapter>> = {
  cell_suppression: cellSuppressionCase,
  differential_privacy: differentialPrivacyCase,
  empirical_bayes_smoothing: empiricalBayesCase,
  spatial_smoothing_esda: spatialSmoothingCase,
  standardisation_esda: esdaStandardisationCase,
  life_table_variants: lifeTableVariantCase,
  healthy_life_expectancy_sullivan: healthyExpectancyCase,
  life_expectancy_monte_carlo: simulatedExpectancyCase,
  life_expectancy_gap_decomposition: expectancyGapCase,
  excess_deaths: excessDeathsCase,
  funnel_plot: funnelCase,
  indirect_standardisation: indirectCase,
  concentration_index_individual: concentrationPeopleCase,
  gini_theil_atkinson: distributionCase,
  heat_concentration_index: heatConcentrationCase,
  heat_corrected: heatCorrectedCase,
  heat_difference_ratio: heatContrastCase,
  heat_dispersion: heatDispersionCase,
  heat_index_of_disparity: heatDisparityCase,
  heat_mean_difference: heatMeanDifferenceCase,
  heat_par_paf: heatAttributableCase,
  index_concentration_extremes: extremesCase,
  inequality_pysal: pysalInequalityCase,
  relative_inequity_het: relativeInequityCase,
  segregation_indices: segregationCase,
  sii_exact_interval: slopeExactCase,
  sii_rii_heat: slopeHeatCase,
  sii_rii_phe: slopePheCase,
  trend: trendCase,
  svi_percentile_ranking: vulnerabilityCase,
  kitagawa_das_gupta: rateDecompositionCase,
  quantiles: quantilesCase,
  crude_rate: crudeRateCase,
  dsr_dobson_byar: dobsonByarCase,
  dsr_gamma: directGammaCase,
  life_expectancy_chiang_silcocks: lifeExpectancyCase,
  life_expectancy_se_and_comparison: expectancyComparisonCase,
  life_table_chiang_columns: lifeTableCase,
  mean: meanCase,
  nchs_presentation_standards: presentationCase,
  phe_published_tests: phePublishedCase,
  proportion: proportionCase,
  rate_comparison: rateComparisonCase,
  ypll: yearsOfLifeLostCase,
};
