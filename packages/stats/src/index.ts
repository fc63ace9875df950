export { type AttackOptions, type AttackReport, attack } from "./attack/attack.ts";
export type { LinearBounds, LinearProblem } from "./attack/linear-bounds.ts";
export { unprovedCells } from "./attack/unproved-cells.ts";
export type { Difference } from "./comparison.ts";
export { type CountRule, primarySuppression } from "./disclosure/count-rule.ts";
export { crossCellId } from "./disclosure/cross-table-cells.ts";
export type { Exposed } from "./disclosure/guard-cells.ts";
export type { Proofs } from "./disclosure/proofs.ts";
export { type Protection, type ProtectOptions, protect } from "./disclosure/protect.ts";
export {
  type Publication,
  type PublicRecord,
  type PublishedCells,
  type PublishedCross,
  type PublishedFigure,
  publicRecord,
} from "./disclosure/publication.ts";
export type {
  Cell,
  CellTable,
  CrossTable,
  Derived,
  Dimension,
  PastRelease,
  Relation,
  Table,
} from "./disclosure/tables.ts";
export { betaCdf, betaUpperTail } from "./distributions/beta.ts";
export { betaQuantile } from "./distributions/beta-quantile.ts";
export { binomialCdf, binomialProbability, binomialQuantile } from "./distributions/binomial.ts";
export { chiSquareQuantile } from "./distributions/chi-square.ts";
export { gammaCdf, gammaUpperTail } from "./distributions/gamma.ts";
export { gammaQuantile, type Tail } from "./distributions/gamma-quantile.ts";
export { normalCdf, normalMultiplier, normalQuantile } from "./distributions/normal.ts";
export { poissonCdf, poissonLimits, poissonProbability, poissonQuantile } from "./distributions/poisson.ts";
export { studentCdf, studentQuantile } from "./distributions/student.ts";
export type { Estimate, EstimateWithError, Interval } from "./estimate.ts";
export { equalGroups, quantileGroups, weightedQuantiles } from "./groups/quantile-groups.ts";
export { percentileRanks, type Rank } from "./groups/ranks.ts";
export {
  betweenGroupDeviation,
  betweenGroupVariance,
  coefficientOfVariation,
} from "./inequality/between-group-variance.ts";
export { concentrationAtExtremes } from "./inequality/concentration-at-extremes.ts";
export {
  concentrationIndex,
  type PeopleConcentrationOptions,
  type WeighedPeople,
} from "./inequality/concentration-index.ts";
export {
  absoluteConcentrationIndex,
  type BoundedCorrection,
  type ConcentrationOptions,
  relativeConcentrationIndex,
} from "./inequality/concentration-index-groups.ts";
export { atkinson, generalisedEntropy, kolmIndex } from "./inequality/entropy.ts";
export type { FittingScale } from "./inequality/fitting-scale.ts";
export { gini, hooverIndex, wolfsonIndex } from "./inequality/gini.ts";
export { type Contrast, groupDifference, groupRatio } from "./inequality/group-contrast.ts";
export { type EntropyOptions, meanLogDeviation, theilIndex } from "./inequality/group-entropy.ts";
export type { GroupOptions, Groups } from "./inequality/groups.ts";
export { type HdCalcMeasures, hdCalcMeasures, kunstMackenbachIndex } from "./inequality/hd-calc.ts";
export { type DisparityOptions, indexOfDisparity, referenceIndexOfDisparity } from "./inequality/index-of-disparity.ts";
export type { Inequality, InequalityRatio } from "./inequality/inequality.ts";
export {
  type MeanDifferenceOptions,
  meanDifferenceFromBest,
  meanDifferenceFromMean,
  meanDifferenceFromReference,
} from "./inequality/mean-difference.ts";
export {
  type AttributableOptions,
  populationAttributableFraction,
  populationAttributableRisk,
} from "./inequality/population-attributable.ts";
export { relativeInequity, shareRatio } from "./inequality/relative-inequity.ts";
export { fractionalRanks, ridits } from "./inequality/ridits.ts";
export {
  type AreaCounts,
  dissimilarity,
  exposure,
  isolation,
  mutualInformation,
  theilSegregation,
} from "./inequality/segregation.ts";
export { type DrawOptions, simulatedLimits } from "./inequality/simulated-limits.ts";
export { errorFromLimits, type SlopeIndex, type SlopeIndexOptions, slopeIndex } from "./inequality/slope-index.ts";
export {
  type AreaGroups,
  type SlopeIndexColumns,
  slopeIndexAt,
  slopeIndexes,
} from "./inequality/slope-index-columns.ts";
export {
  type CountSlopeIndex,
  type CountSlopeOptions,
  type GroupCounts,
  logisticSlopeIndex,
  poissonSlopeIndex,
} from "./inequality/slope-index-counts.ts";
export { slopeIndexByResiduals } from "./inequality/slope-index-residuals.ts";
export { type SimulatedSlopeOptions, simulatedSlopeIndex } from "./inequality/slope-index-simulated.ts";
export { surveyConcentrationIndex } from "./inequality/survey-concentration-index.ts";
export type { SurveyDesign } from "./inequality/survey-design.ts";
export type { SurveyPeople } from "./inequality/survey-people.ts";
export { surveySlopeIndex } from "./inequality/survey-slope-index.ts";
export { type TheilDecomposition, theilDecomposition } from "./inequality/theil-decomposition.ts";
export {
  type RankedSum,
  type VulnerabilityAreas,
  type VulnerabilityRanking,
  vulnerabilityRanking,
} from "./inequality/vulnerability-ranking.ts";
export type { WeightOptions } from "./inequality/weighed-values.ts";
export type { AgeBands, LifeTableConventions } from "./mortality/age-bands.ts";
export type { ExpectancyVariance } from "./mortality/chiang.ts";
export { childDeathFraction, type InfantRule, infantDeathFraction, type Sex } from "./mortality/death-fractions.ts";
export { type ExcessDeaths, excessDeaths } from "./mortality/excess-deaths.ts";
export {
  type CauseSchedule,
  type ExpectancyGap,
  type ExpectancyGapByCause,
  expectancyGap,
  expectancyGapByCause,
  type GapOptions,
} from "./mortality/expectancy-gap.ts";
export {
  type HealthyLifeExpectancy,
  healthyLifeExpectancy,
  type IllHealth,
  sullivanYears,
} from "./mortality/healthy-life-expectancy.ts";
export {
  type AreaBands,
  type LifeExpectancyColumns,
  lifeExpectancies,
  lifeExpectancyAt,
  lifeExpectancyReasons,
} from "./mortality/life-expectancies.ts";
export { type LifeExpectancyOptions, lifeExpectancy } from "./mortality/life-expectancy.ts";
export { lifeExpectancyDifference, publishedDifference } from "./mortality/life-expectancy-difference.ts";
export { type LifeTable, lifeTable } from "./mortality/life-table.ts";
export { lifeTableFromRates, type RateLifeTable } from "./mortality/life-table-from-rates.ts";
export {
  lineIntegralDecomposition,
  type Measure,
  replacementDecomposition,
} from "./mortality/replacement-decomposition.ts";
export type { MortalitySchedule, WithinBand } from "./mortality/schedule.ts";
export {
  type SimulatedLifeExpectancy,
  type SimulationOptions,
  simulatedLifeExpectancy,
} from "./mortality/simulated-life-expectancy.ts";
export { type TemporaryLifeExpectancy, temporaryLifeExpectancy } from "./mortality/temporary-life-expectancy.ts";
export { type YearsOfLifeLost, yearsOfLifeLost } from "./mortality/years-of-life-lost.ts";
export { controlledRounding, type RoundedTable } from "./perturbation/controlled-rounding.ts";
export { type GeometricNoise, geometricNoise } from "./perturbation/geometric-noise.ts";
export { type LaplaceNoise, laplaceNoise } from "./perturbation/laplace-noise.ts";
export { type NoisyCounts, noisyCounts } from "./perturbation/noisy-counts.ts";
export { gaussianNoiseDeviation, type PrivacyBudget, spentEpsilon } from "./perturbation/privacy-budget.ts";
export { randomlyRounded } from "./perturbation/random-rounding.ts";
export { type RandomStream, randomStream } from "./random/random-stream.ts";
export { type CrudeRateMethod, crudeRate, type Events, type Rate } from "./rates/crude-rate.ts";
export { type DirectRateOptions, directRate, type Strata } from "./rates/direct-rate.ts";
export type { DirectRateMethod } from "./rates/direct-rate-limits.ts";
export {
  type FunnelSignificance,
  proportionFunnel,
  proportionSignificance,
  ratioFunnel,
  ratioSignificance,
} from "./rates/funnel.ts";
export {
  type AgainstReference,
  type IndirectMethod,
  type IndirectRate,
  indirectRate,
  type StandardisedRatio,
  standardisedRatio,
} from "./rates/indirect-rate.ts";
export { type Mean, mean, weightedMean } from "./rates/mean.ts";
export type { CountMethod } from "./rates/poisson-count-limits.ts";
export { proportion, type SurveyProportion, surveyProportion } from "./rates/proportion.ts";
export type { ProportionMethod } from "./rates/proportion-limits.ts";
export { crudeRates, type RateColumns, rateAt, standardisedRates } from "./rates/rate-columns.ts";
export {
  type Ratio,
  rateDifference,
  rateRatio,
  standardisedRateDifference,
  standardisedRateRatio,
  type WithError,
} from "./rates/rate-comparison.ts";
export {
  type FactorEffect,
  factorDecomposition,
  type RateDecomposition,
  type RatesBySize,
  rateDecomposition,
} from "./rates/rate-decomposition.ts";
export { repeatEventRate } from "./rates/repeat-event-rate.ts";
export {
  europe2013,
  type StandardPopulation,
  us2000In11Bands,
  us2000In18Bands,
  us2000In19Bands,
} from "./rates/standard-populations.ts";
export { confidentialCells, isLegacyUnreliable, rule3030 } from "./reliability/legacy-rules.ts";
export { nchsProportionPresentation } from "./reliability/nchs-proportion-presentation.ts";
export {
  nchsRatePresentation,
  type Presentation,
  type PresentationReason,
  type ReviewReason,
} from "./reliability/nchs-rate-presentation.ts";
export { relativeStandardError } from "./reliability/relative-standard-error.ts";
export { empiricalBayesRates, type SmoothedRates } from "./small-area/empirical-bayes.ts";
export type { EventsByArea } from "./small-area/events-by-area.ts";
export { excessRisks, rateDeviates } from "./small-area/excess-risks.ts";
export { gammaPoissonRatios, type SmoothedRatios } from "./small-area/gamma-poisson.ts";
export {
  localEmpiricalBayes,
  type ScatterAbout,
  type SmoothedRate,
  type SmoothedRateColumns,
  smoothedRateAt,
} from "./small-area/local-empirical-bayes.ts";
export { type Neighbours, neighboursOf } from "./small-area/neighbours.ts";
export { spatialRates } from "./small-area/spatial-rates.ts";
export { averageAnnualPercentChange, type TrendSegments } from "./trend/average-percent-change.ts";
export { cochranArmitage, type OrderedProportions } from "./trend/cochran-armitage.ts";
export { type EventSeries, eventTrend } from "./trend/event-trend.ts";
export type { Candidate, JoinpointTest } from "./trend/joinpoint-choice.ts";
export {
  type JoinpointChoice,
  type JoinpointOptions,
  type JoinpointTrend,
  joinpointTrend,
  type TrendSegment,
} from "./trend/joinpoint-trend.ts";
export { linearTrend, logLinearTrend, type SlopeVariance } from "./trend/linear-trend.ts";
export { type MannKendall, mannKendall } from "./trend/mann-kendall.ts";
export type { RateSeries } from "./trend/series.ts";
export { theilSenSlope } from "./trend/theil-sen.ts";
export type { LogTrend, Slope } from "./trend/trend.ts";
export { isUndefined, type Undefined, type UndefinedCode, undefinedBecause } from "./undefined.ts";
