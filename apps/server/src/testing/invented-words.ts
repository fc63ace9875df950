import type { ClaimReading } from "@evenspan/domain/claims/claim";
import type { GoalReading } from "@evenspan/domain/goals/goal";
import type { PlaceSet } from "@evenspan/domain/places/place-set";
import type { FrontPage } from "@evenspan/domain/releases/release-content";
import { areaId } from "./invented-values.ts";

const gapOf = (period: string, indicator = "life-expectancy-gap") =>
  `${indicator}/gap:area:32>area:26/${period}/all/all`;

/** Two versions of a set that the office uses, and the path of its line. */
export const inventedSets: readonly PlaceSet[] = [
  {
    id: "west-side",
    version: 2,
    name: { en: "West Side", es: "West Side" },
    reason: {
      en: "The nine areas that the City counts as its West Side.",
      es: "Las nueve áreas que la Ciudad cuenta como su West Side.",
    },
    source: "An invented decision",
    adoptedOn: "2018-02-01",
    places: [23, 24, 25, 26, 27, 28, 29, 30, 31].map(areaId),
  },
  {
    id: "the-line",
    version: 1,
    name: { en: "From the Loop to West Garfield Park", es: "Del Loop a West Garfield Park" },
    reason: {
      en: "A path of seven areas, each next to the one before.",
      es: "Un camino de siete áreas, cada una junto a la anterior.",
    },
    source: "An invented decision",
    adoptedOn: "2026-01-01",
    places: [32, 28, 31, 30, 29, 27, 26].map(areaId),
  },
];

/** A goal whose measured gap has widened. */
export const inventedGoal: GoalReading = {
  goal: {
    id: "halve-the-gap",
    version: 1,
    title: { en: "Halve the gap by 2030", es: "Reducir la brecha a la mitad para 2030" },
    indicator: "life-expectancy-gap",
    highPlaceId: "area:32",
    lowPlaceId: "area:26",
    baselineYear: 2010,
    baselineDatasetId: "qx11-le",
    targetShare: 0.5,
    targetYear: 2030,
    source: "An invented collaborative",
    adoptedOn: "2018-02-01",
  },
  baselineFigure: gapOf("2010"),
  targetValue: 8.1,
  curve: [gapOf("1990"), gapOf("2000"), gapOf("2010"), gapOf("2019-2023", "life-expectancy-gap-computed")],
  standing: "widened",
  sentence: {
    en: "The goal is being missed. The gap was 16.2 years in 2010. The newest one measured is 20.2 years. It has widened.",
    es: "La meta no se está cumpliendo. La brecha era de 16.2 años en 2010. La más nueva que se midió es de 20.2 años. Se ha ampliado.",
  },
};

const pair = { highPlaceId: "area:32", lowPlaceId: "area:26" } as const;

/** One claim of each standing. */
export const inventedClaims: readonly ClaimReading[] = [
  claim(
    "sixteen",
    16,
    2015,
    "superseded",
    "It was so for 2010. A newer figure says 20.2 years.",
    "Era así en 2010. Una cifra más nueva dice 20.2 años.",
  ),
  claim("twenty", 20, 2026, "holds", "The newest figure agrees with it.", "La cifra más nueva coincide con ella."),
  claim(
    "twelve",
    12,
    2019,
    "contradicted",
    "The figure of its own year says 16.2 years.",
    "La cifra de su propio año dice 16.2 años.",
  ),
  {
    ...claim(
      "thirty",
      30,
      2019,
      "cannot-be-checked",
      "No figure here is about that pair of places.",
      "Ninguna cifra de aquí trata de ese par de lugares.",
    ),
    figures: [],
  },
];

function claim(
  id: string,
  years: number,
  saidInYear: number,
  standing: ClaimReading["standing"],
  en: string,
  es: string,
): ClaimReading {
  return {
    claim: {
      ...pair,
      id,
      version: 1,
      text: {
        en: `People in West Garfield Park live ${years} years less than people in the Loop.`,
        es: `La gente de West Garfield Park vive ${years} años menos que la del Loop.`,
      },
      saidBy: "A newspaper (invented)",
      saidInYear,
      source: `https://news.example.org/${id}`,
      indicator: "life-expectancy-gap",
      claimedValue: years,
      measuredYear: null,
      note: { en: "The text does not name its years.", es: "El texto no dice de qué años habla." },
    },
    standing,
    sentence: { en, es },
    figures: [gapOf("2010"), gapOf("2019-2023", "life-expectancy-gap-computed")],
  };
}

/** The first page of the invented office. */
export const inventedFront: FrontPage = {
  line: "set:the-line@1",
  goal: "halve-the-gap",
  numbers: [
    {
      figure: gapOf("2010"),
      label: {
        en: "fewer years to live in West Garfield Park than in the Loop",
        es: "años menos de vida en West Garfield Park que en el Loop",
      },
      remark: { en: "Measured for 2010. RUSH prints 16 years.", es: "Medido para 2010. RUSH escribe 16 años." },
    },
    {
      figure: "commitments/system:example/2018/all/all",
      label: { en: "pledged to West Side projects since 2018", es: "prometidos a proyectos del West Side desde 2018" },
      remark: {
        en: "The money is lent and comes back. It is not given.",
        es: "El dinero se presta y se devuelve. No se regala.",
      },
    },
    {
      figure: "population/set:west-side@2/2010/all/all",
      label: { en: "people live on the West Side", es: "personas viven en el West Side" },
      remark: null,
    },
  ],
};
