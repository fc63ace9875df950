import type { Claim } from "@evenspan/domain/claims/claim";

type RecordedClaim = Omit<Claim, "version" | "indicator">;

const loopAndWestGarfieldPark = { highPlaceId: "area:32", lowPlaceId: "area:26" } as const;
const noPairToMeasure = { highPlaceId: null, lowPlaceId: null } as const;

const claimsAboutThePair: readonly RecordedClaim[] = [
  {
    ...loopAndWestGarfieldPark,
    id: "loop-wgp-16",
    text: {
      en: "People can expect to live 85 years in the Loop and 69 in West Garfield Park: 16 years less.",
      es: "En el Loop se puede esperar vivir 85 años y en West Garfield Park 69: 16 años menos.",
    },
    saidBy: "RUSH, By the Numbers, after a map by Virginia Commonwealth University of 2015",
    saidInYear: 2015,
    source:
      "https://www.rush.edu/rush-community; for the map, https://www.austinweeklynews.com/2018/10/29/5-things-we-know-about-west-side-economics-life-expectancy/",
    claimedValue: 16,
    measuredYear: null,
    note: {
      en: "Neither text says which years it measured. The City’s figures for 2010 round to the same.",
      es: "Ninguno de los dos textos dice qué años midió. Las cifras de la Ciudad para 2010 redondean a lo mismo.",
    },
  },
  {
    ...loopAndWestGarfieldPark,
    id: "loop-wgp-16-2",
    text: {
      en: "In 2010 life expectancy was 85.0 years in the Loop and 68.8 in West Garfield Park, 16.2 years apart.",
      es: "En 2010 la esperanza de vida era de 85.0 años en el Loop y de 68.8 en West Garfield Park: 16.2 de diferencia.",
    },
    saidBy: "Chicago Department of Public Health",
    saidInYear: 2014,
    source: "City of Chicago Data Portal, qjr3-bm53, https://data.cityofchicago.org/d/qjr3-bm53",
    claimedValue: 16.2,
    measuredYear: 2010,
    note: {
      en: "The City prints the two values; the difference is taken from them. The year is that of its report on them, June 2014.",
      es: "La Ciudad publica los dos valores; la diferencia se calculó de ellos. El año es el de su informe, junio de 2014.",
    },
  },
  {
    ...loopAndWestGarfieldPark,
    id: "loop-wgp-12",
    text: {
      en: "A baby born today can expect to live 82 years in the Loop and 70 in West Garfield Park, 12 years less.",
      es: "Un bebé que nace hoy puede esperar vivir 82 años en el Loop y 70 en West Garfield Park, 12 años menos.",
    },
    saidBy: "RUSH, Community Health Needs Assessment",
    saidInYear: 2019,
    source: "https://zbook.org/read/63de6_2019-community-health-needs-assessment-and-2020-2022.html",
    claimedValue: 12,
    measuredYear: null,
    note: {
      en: "The assessment does not say which years. In 2021 RUSH and BMO wrote 82 and “below 70”, up to 12 years.",
      es: "La evaluación no dice de qué años. En 2021 RUSH y BMO escribieron 82 y «menos de 70», hasta 12 años.",
    },
  },
  {
    ...loopAndWestGarfieldPark,
    id: "loop-wgp-20-7",
    text: {
      en: "In 2023 life expectancy was 87.3 years in the Loop and 66.6 in West Garfield Park, 20.7 years apart.",
      es: "En 2023 la esperanza de vida era de 87.3 años en el Loop y de 66.6 en West Garfield Park: 20.7 de diferencia.",
    },
    saidBy: "The World Data, after the Chicago Department of Public Health",
    saidInYear: 2026,
    source:
      "https://theworlddata.com/life-expectancy-in-chicago; the two values also at https://www.cbsnews.com/news/chicago-loop-west-garfield-park-life-expectancy/",
    claimedValue: 20.7,
    measuredYear: 2023,
    note: {
      en: "Told by others; the City’s own publication was not read, and no interval was given.",
      es: "Lo cuentan terceros; no se leyó la publicación de la Ciudad y no se dio ningún intervalo.",
    },
  },
  {
    highPlaceId: "area:9",
    lowPlaceId: "area:26",
    id: "edison-park-wgp-14-6",
    text: {
      en: "Life expectancy is 83.1 years in Edison Park and 68.5 in West Garfield Park, 14.6 years apart.",
      es: "La esperanza de vida es de 83.1 años en Edison Park y de 68.5 en West Garfield Park: 14.6 de diferencia.",
    },
    saidBy: "Chicago Department of Public Health, The State of Health for Blacks in Chicago",
    saidInYear: 2021,
    source: "https://www.newsbreak.com/news/2290109431242/",
    claimedValue: 14.6,
    measuredYear: null,
    note: {
      en: "Another high end than the Loop, and years that the text read does not name.",
      es: "Un extremo alto distinto del Loop, y años que el texto leído no nombra.",
    },
  },
];

const claimsAboutOtherPlaces: readonly RecordedClaim[] = [
  {
    ...noPairToMeasure,
    id: "loop-garfield-park-13",
    text: {
      en: "People in Garfield Park live 13 years less than people in the Loop.",
      es: "La gente de Garfield Park vive 13 años menos que la del Loop.",
    },
    saidBy: "RUSH’s story of 9 September 2021, as retold by Health Disparity News",
    saidInYear: 2021,
    source: "https://healthdisparitynews.org/rush-university-system-for-health",
    claimedValue: 13,
    measuredYear: null,
    note: {
      en: "“Garfield Park” is two areas, West and East, and the text does not say which.",
      es: "«Garfield Park» son dos áreas, West y East, y el texto no dice cuál.",
    },
  },
  {
    ...noPairToMeasure,
    id: "loop-west-side-14",
    text: {
      en: "People on the West Side live 14 years less than people in the Loop.",
      es: "La gente del West Side vive 14 años menos que la del Loop.",
    },
    saidBy: "West Side United, for its board",
    saidInYear: 2019,
    source: "https://sambuz.com/doc/february-2020-purpose-of-our-discussion-today-ppt-presentation-528230",
    claimedValue: 14,
    measuredYear: null,
    note: {
      en: "A whole side against one area, and the text does not say which areas are the West Side or how they were averaged.",
      es: "Todo un lado contra un área, y el texto no dice qué áreas son el West Side ni cómo se promediaron.",
    },
  },
  {
    ...noPairToMeasure,
    id: "streeterville-englewood-30",
    text: {
      en: "People can expect to live 90 years in Streeterville and 60 in Englewood: 30 years less.",
      es: "En Streeterville se puede esperar vivir 90 años y en Englewood 60: 30 años menos.",
    },
    saidBy: "New York University School of Medicine, and RUSH’s office in its report of 2022",
    saidInYear: 2019,
    source:
      "https://chicago.suntimes.com/2019/6/7/18656669/life-expectancy-chicago-segregation-streeterville-englewood-health-care; https://issuu.com/rushuniversitysystemforhealth/docs/chee2022impactreport-5-31",
    claimedValue: 30,
    measuredYear: null,
    note: {
      en: "These are census tracts with the names of neighborhoods: smaller places stand further apart than community areas.",
      es: "Son secciones censales con nombres de barrios: los lugares más pequeños quedan más lejos entre sí que las áreas comunitarias.",
    },
  },
];

/** What was said in public about the gap, each with who said it, where, and what it can be held against. */
export const publicClaims: readonly Omit<Claim, "version">[] = [...claimsAboutThePair, ...claimsAboutOtherPlaces].map(
  (claim) => ({ ...claim, indicator: "life-expectancy-gap" }),
);
