import {
  atkinson,
  coefficientOfVariation,
  concentrationIndex,
  generalisedEntropy,
  gini,
  hooverIndex,
  isUndefined,
  kolmIndex,
  theilDecomposition,
  wolfsonIndex,
} from "../../../src/index.ts";
import { type Answer, departing, type OracleCase } from "../oracle.ts";

/** Gini, Theil, Atkinson and their kin, unweighted (ineq) and weighted with a decomposition (IC2). */
export function distributionCase({ source, input }: OracleCase): Answer {
  return source === "ineq" ? unweighted(input.values) : weighted(input);
}

function unweighted(values: readonly number[]): Answer {
  const variation = coefficientOfVariation({ values });
  return {
    gini: gini(values),
    gini_corrected: gini(values, { corrected: true }),
    theil: generalisedEntropy(values, 1),
    theil_l: generalisedEntropy(values, 0),
    atkinson_05: atkinson(values, 0.5),
    atkinson_1: atkinson(values, 1),
    entropy_05: generalisedEntropy(values, 0.5),
    var_coeff: isUndefined(variation) ? variation : variation.value / 100,
    ricci_schutz: hooverIndex(values),
    kolm_1: kolmIndex(values, 1),
  };
}

function weighted({ values, weights, group, rank_variable: rankedBy }: OracleCase["input"]): Answer {
  const parts = theilDecomposition(values, group, { weights });
  const concentration = concentrationIndex({ outcomes: values, rankedBy, weights });
  return {
    gini: gini(values, { weights }),
    theil_T: generalisedEntropy(values, 1, { weights }),
    mld: generalisedEntropy(values, 0, { weights }),
    ge2: generalisedEntropy(values, 2, { weights }),
    atkinson_1: atkinson(values, 1, { weights }),
    atkinson_05: atkinson(values, 0.5, { weights }),
    sconc: isUndefined(concentration) ? concentration : concentration.value,
    theil_between: isUndefined(parts) ? parts : parts.between,
    theil_within: isUndefined(parts) ? parts : parts.within,
  };
}

const half = "PySAL gives half of Wolfson's index; compared after that";

/** The measures of PySAL's inequality. */
export function pysalInequalityCase({ input: { values, group } }: OracleCase): Answer {
  const parts = theilDecomposition(values, group);
  const wolfson = wolfsonIndex(values);
  return {
    gini: gini(values),
    theil: generalisedEntropy(values, 1),
    theil_between: isUndefined(parts) ? parts : parts.between,
    theil_within: isUndefined(parts) ? parts : parts.within,
    atkinson_05: atkinson(values, 0.5),
    atkinson_1: atkinson(values, 1),
    wolfson: isUndefined(wolfson) ? wolfson : departing(half, wolfson / 2),
    schutz_distance: hooverIndex(values),
  };
}
