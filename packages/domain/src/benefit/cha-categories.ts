import type { Text } from "../kernel/text.ts";
import type { BenefitLine } from "./schedule-h/lines.ts";

/** The code of a category of the Catholic Health Association, as programs for community benefit exchange them. */
export type ChaCategory = (typeof chaCategories)[number]["code"];

const category = <Code extends string>(
  code: Code,
  line: BenefitLine,
  en: string,
  es: string,
  isNameVerified = false,
): Readonly<{ code: Code; line: BenefitLine; name: Text; isNameVerified: boolean }> => ({
  code,
  line,
  name: { en, es },
  isNameVerified,
});

/**
 * The categories, each with the line of Schedule H that it goes to. The letters and their lines are those of the
 * association's list (chausa.org, What Counts Q&A Library) and of the form; the names of F1 to F9 are those of the lines
 * of Part II. Where `isNameVerified` is false, the wording of the number within the letter was not seen in a text of the
 * association: say so where it is shown.
 */
export const chaCategories = [
  category("A1", "7e", "Community health education", "Educación para la salud comunitaria", true),
  category("A2", "7e", "Community-based clinical services", "Servicios clínicos en la comunidad"),
  category("A3", "7e", "Health care support services", "Servicios de apoyo a la atención"),
  category("A4", "7e", "Social and environmental improvement", "Mejoras sociales y ambientales"),
  category("B1", "7f", "Physicians and medical students", "Médicos y estudiantes de medicina"),
  category("B2", "7f", "Nurses and nursing students", "Enfermería y sus estudiantes"),
  category("B3", "7f", "Other health professions", "Otras profesiones de la salud"),
  category("B4", "7f", "Scholarships and funding for education", "Becas y fondos para estudiar"),
  category("C", "7g", "Subsidized health services", "Servicios de salud subsidiados", true),
  category("D", "7h", "Research", "Investigación", true),
  category("E1", "7i", "Cash donations", "Donaciones en efectivo"),
  category("E2", "7i", "Grants", "Subvenciones"),
  category("E3", "7i", "In-kind donations", "Donaciones en especie"),
  category("E4", "7i", "Help with raising funds", "Ayuda para recaudar fondos"),
  category("F1", "II-1", "Physical improvements and housing", "Mejoras físicas y vivienda", true),
  category("F2", "II-2", "Economic development", "Desarrollo económico", true),
  category("F3", "II-3", "Community support", "Apoyo a la comunidad", true),
  category("F4", "II-4", "Environmental improvements", "Mejoras ambientales", true),
  category("F5", "II-5", "Leadership development and training", "Desarrollo de liderazgo", true),
  category("F6", "II-6", "Coalition building", "Formación de coaliciones", true),
  category("F7", "II-7", "Community health improvement advocacy", "Defensa de la salud comunitaria", true),
  category("F8", "II-8", "Workforce development", "Desarrollo de la fuerza laboral", true),
  category("F9", "II-9", "Other community building", "Otro desarrollo comunitario", true),
  category("G1", "7e", "Community benefit staff", "Personal de beneficio comunitario"),
  category("G2", "7e", "Needs assessment", "Evaluación de necesidades"),
  category("G3", "7e", "Other community benefit operations", "Otra operación de beneficio comunitario"),
] as const;

const lines: ReadonlyMap<string, BenefitLine> = new Map(chaCategories.map(({ code, line }) => [code, line]));

/**
 * The line of Schedule H that a category goes to.
 *
 * @example
 * lineOfCategory("A1") // => "7e"
 * @example
 * lineOfCategory("F8") // => "II-8"
 */
export const lineOfCategory = (code: ChaCategory): BenefitLine => lines.get(code)!;
