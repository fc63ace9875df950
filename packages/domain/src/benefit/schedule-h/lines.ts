import type { Text } from "../../kernel/text.ts";

/** A line of Part I, line 7, that is filled in; 7d, 7j and 7k are totals. */
export type PartOneLine = "7a" | "7b" | "7c" | "7e" | "7f" | "7g" | "7h" | "7i";

/** A line of Part II that is filled in; line 10 is the total. */
export type PartTwoLine = "II-1" | "II-2" | "II-3" | "II-4" | "II-5" | "II-6" | "II-7" | "II-8" | "II-9";

/** A line of either table that takes amounts. */
export type BenefitLine = PartOneLine | PartTwoLine;

/** A total of either table. */
export type TotalLine = "7d" | "7j" | "7k" | "II-10";

type LineName = Readonly<{ from: number; words: Text }>;

const always = (en: string, es: string): readonly LineName[] => [{ from: 2008, words: { en, es } }];

/**
 * What each line is called, from a tax year on, in our words. Sources: contents of the instructions of 2008 to 2012 and
 * 2021 (omb.report, collection 1545-0047) for the years of the changes; the elements of the IRS schemas 2014v6.0 and
 * 2016v3.1; the form of 2020.
 */
const lineNames: Readonly<Record<BenefitLine | TotalLine, readonly LineName[]>> = {
  "7a": [
    { from: 2008, words: { en: "Charity care at cost", es: "Atención de caridad al costo" } },
    { from: 2011, words: { en: "Financial assistance at cost", es: "Asistencia financiera al costo" } },
  ],
  "7b": [
    { from: 2008, words: { en: "Unreimbursed Medicaid", es: "Medicaid no reembolsado" } },
    { from: 2012, words: { en: "Medicaid", es: "Medicaid" } },
  ],
  "7c": always("Other means-tested government programs", "Otros programas públicos según ingresos"),
  "7d": always(
    "Total financial assistance and means-tested programs",
    "Total de asistencia y programas según ingresos",
  ),
  "7e": always(
    "Community health improvement services and community benefit operations",
    "Mejora de la salud comunitaria y operación del beneficio comunitario",
  ),
  "7f": always("Health professions education", "Educación de profesionales de la salud"),
  "7g": always("Subsidized health services", "Servicios de salud subsidiados"),
  "7h": always("Research", "Investigación"),
  "7i": always("Cash and in-kind contributions for community benefit", "Contribuciones en efectivo y en especie"),
  "7j": always("Total other benefits", "Total de otros beneficios"),
  "7k": always("Total", "Total"),
  "II-1": always("Physical improvements and housing", "Mejoras físicas y vivienda"),
  "II-2": always("Economic development", "Desarrollo económico"),
  "II-3": always("Community support", "Apoyo a la comunidad"),
  "II-4": always("Environmental improvements", "Mejoras ambientales"),
  "II-5": always("Leadership development and training for community members", "Formación de líderes de la comunidad"),
  "II-6": always("Coalition building", "Formación de coaliciones"),
  "II-7": always("Community health improvement advocacy", "Defensa de la salud comunitaria"),
  "II-8": always("Workforce development", "Desarrollo de la fuerza laboral"),
  "II-9": always("Other", "Otro"),
  "II-10": always("Total", "Total"),
};

/** The lines that add to each total, in the order of the form. */
export const linesOfTotal = {
  "7d": ["7a", "7b", "7c"],
  "7j": ["7e", "7f", "7g", "7h", "7i"],
  "7k": ["7a", "7b", "7c", "7e", "7f", "7g", "7h", "7i"],
  "II-10": ["II-1", "II-2", "II-3", "II-4", "II-5", "II-6", "II-7", "II-8", "II-9"],
} as const satisfies Record<TotalLine, readonly BenefitLine[]>;

/** The lines of Part I that are filled in. */
export const partOneLines: readonly PartOneLine[] = linesOfTotal["7k"];

/** The lines of Part II that are filled in. */
export const partTwoLines: readonly PartTwoLine[] = linesOfTotal["II-10"];

/**
 * The name of a line in a tax year.
 *
 * @example
 * lineName("7b", 2011).en // => "Unreimbursed Medicaid"
 * @example
 * lineName("7b", 2022).en // => "Medicaid"
 */
export const lineName = (line: BenefitLine | TotalLine, taxYear: number): Text =>
  (lineNames[line].findLast(({ from }) => from <= taxYear) ?? lineNames[line][0]!).words;
