import type { Text } from "../kernel/text.ts";

/** What the anchor mission measures. Two that sound alike are two: a local hire is none of an impact hire. */
export type AnchorMetric =
  | "local-hires"
  | "impact-hires"
  | "local-purchases"
  | "diverse-purchases"
  | "place-based-investment"
  | "downstream-lending";

/** One version of what a measure means. Earlier figures keep the version that they were made by. */
export type AnchorDefinition = Readonly<{
  metric: AnchorMetric;
  version: number;
  /** The first year that it is for. */
  fromYear: number;
  counts: Text;
  /** What it is a share of. */
  of: Text;
  target: Text | null;
  source: Readonly<{ cites: string; address: string; unverified?: true }>;
}>;

/** Every version, the oldest of a measure first. */
export const anchorDefinitions: readonly AnchorDefinition[] = [
  {
    metric: "local-hires",
    version: 1,
    fromYear: 2016,
    counts: {
      en: "Hires whose home at the time of hire is in the anchor places; later moves change nothing",
      es: "Contrataciones cuyo hogar al contratar está en los lugares ancla; mudarse después no cambia nada",
    },
    of: { en: "All hires of the year", es: "Todas las contrataciones del año" },
    target: null,
    source: {
      cites: "Anchor Mission Playbook, key terms",
      address: "https://anchormissionplaybook.healthcareanchor.network/key-terms",
    },
  },
  {
    metric: "impact-hires",
    version: 1,
    fromYear: 2021,
    counts: {
      en: "Hires from disadvantaged areas, by a pathway made for it, into work that needs no bachelor's degree",
      es: "Contrataciones de zonas desfavorecidas, por una vía creada para ello, sin exigir título universitario",
    },
    of: { en: "All hires of the year", es: "Todas las contrataciones del año" },
    target: { en: "10% of new hires a year by 2027", es: "10% de las nuevas contrataciones al año para 2027" },
    source: {
      cites: "Healthcare Anchor Network, impact workforce commitment; the year in which it begins was not read",
      address: "https://healthcareanchor.network/anchor-mission-and-pillars",
      unverified: true,
    },
  },
  {
    metric: "local-purchases",
    version: 1,
    fromYear: 2016,
    counts: {
      en: "Addressable purchases from vendors who operate in the anchor places, whatever address is paid",
      es: "Compras abordables a proveedores que operan en los lugares ancla, sin importar adónde se paga",
    },
    of: { en: "Addressable purchases of the year", es: "Compras abordables del año" },
    target: null,
    source: {
      cites: "Anchor Mission Playbook, key terms and procurement",
      address: "https://anchormissionplaybook.healthcareanchor.network/key-terms",
    },
  },
  {
    metric: "diverse-purchases",
    version: 1,
    fromYear: 2021,
    counts: {
      en: "Purchases from enterprises certified as owned by minorities or women, first and second tier apart",
      es: "Compras a empresas certificadas de minorías o mujeres, primer y segundo nivel por separado",
    },
    of: { en: "Addressable purchases without construction", es: "Compras abordables sin construcción" },
    target: {
      en: "Twice the first-tier purchases in five years",
      es: "El doble de compras de primer nivel en cinco años",
    },
    source: {
      cites: "Healthcare Anchor Network, Impact Purchasing Commitment, June 2021",
      address: "https://healthcareanchor.network/2021/06/impact-purchasing-commitment-ipc/",
    },
  },
  {
    metric: "diverse-purchases",
    version: 2,
    fromYear: 2025,
    counts: {
      en: "Purchases from local and employee-owned enterprises; certificates are kept and told apart",
      es: "Compras a empresas locales y de propiedad de sus empleados; los certificados se informan aparte",
    },
    of: { en: "Addressable purchases of the year", es: "Compras abordables del año" },
    target: null,
    source: {
      cites: "Healthcare Anchor Network, commitments to 2030; the year in which they begin was not read",
      address: "https://healthcareanchor.network/han-leadership-commitments/",
      unverified: true,
    },
  },
  {
    metric: "place-based-investment",
    version: 1,
    fromYear: 2016,
    counts: {
      en: "Principal lent to community lenders, less what they paid back",
      es: "Capital prestado a prestamistas comunitarios, menos lo que devolvieron",
    },
    of: { en: "Assets that can be invested", es: "Activos que pueden invertirse" },
    target: { en: "1% of reserves is often named", es: "Suele mencionarse el 1% de las reservas" },
    source: {
      cites: "Healthcare Anchor Network, place-based investment; the percentage was not read in it",
      address: "https://healthcareanchor.network/han-leadership-commitments/",
      unverified: true,
    },
  },
  {
    metric: "downstream-lending",
    version: 1,
    fromYear: 2018,
    counts: {
      en: "What lenders lent to projects in the anchor places, as a share of all that they lend",
      es: "Lo que los prestamistas prestaron en los lugares ancla, como parte de todo lo que prestan",
    },
    of: { en: "The lender's whole portfolio", es: "Toda la cartera del prestamista" },
    target: null,
    source: {
      cites: "Anchor Mission Playbook, investing through community lenders; the year in which it begins was not read",
      address: "https://anchormissionplaybook.healthcareanchor.network/node/1116",
      unverified: true,
    },
  },
];

/**
 * The version of a measure that a year goes by; null before there was one.
 *
 * @example
 * definitionOf("diverse-purchases", 2022)?.version // => 1
 * @example
 * definitionOf("diverse-purchases", 2019) // => null
 */
export const definitionOf = (metric: AnchorMetric, year: number): AnchorDefinition | null =>
  anchorDefinitions.findLast((one) => one.metric === metric && one.fromYear <= year) ?? null;
