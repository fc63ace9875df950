import type { Text } from "../kernel/text.ts";

/**
 * A group of underlying causes of death, by ICD-10 code ranges (both ends included, three characters each; a fourth
 * character may narrow). `headings` are the names that City files give it.
 */
export type Cause = Readonly<{
  key: string;
  name: Text;
  icd10: readonly string[];
  headings: readonly string[];
}>;

/**
 * The causes of the City's mortality tables, and those that West Side United tracks.
 *
 * Ranges follow the NCHS list of 113 selected causes (ICD-10 instruction manual part 9); the two that the City counts
 * more widely than the underlying cause ("diabetes-related") or across intents (firearm) keep the City's name.
 * Source of the names: City of Chicago Data Portal, j6cj-r444.
 */
export const causes: readonly Cause[] = [
  cause(
    "all",
    "All causes",
    "Todas las causas",
    ["A00-Y89", "U01-U07"],
    ["All Causes", "All causes in females", "All causes in males"],
  ),
  cause("alzheimers", "Alzheimer’s disease", "Enfermedad de Alzheimer", ["G30"], ["Alzheimers disease"]),
  cause("homicide", "Homicide", "Homicidio", ["U01-U02", "X85-Y09", "Y87.1"], ["Assault (homicide)"]),
  cause("breast-cancer", "Breast cancer", "Cáncer de mama", ["C50"], ["Breast cancer in females"]),
  cause("cancer", "Cancer", "Cáncer", ["C00-C97"], ["Cancer (all sites)"]),
  cause("colorectal-cancer", "Colorectal cancer", "Cáncer colorrectal", ["C18-C21"], ["Colorectal cancer"]),
  cause(
    "coronary-heart-disease",
    "Coronary heart disease",
    "Enfermedad coronaria",
    ["I20-I25"],
    ["Coronary heart disease"],
  ),
  cause("diabetes-related", "Diabetes-related", "Relacionadas con la diabetes", ["E10-E14"], ["Diabetes-related"]),
  cause(
    "firearm",
    "Firearm-related",
    "Armas de fuego",
    ["W32-W34", "X72-X74", "X93-X95", "Y22-Y24", "Y35.0"],
    ["Firearm-related"],
  ),
  cause(
    "unintentional-injury",
    "Unintentional injury",
    "Lesiones no intencionales",
    ["V01-X59", "Y85-Y86"],
    ["Injury, unintentional"],
  ),
  cause(
    "kidney-disease",
    "Kidney disease",
    "Enfermedad renal",
    ["N00-N07", "N17-N19", "N25-N27"],
    ["Kidney disease (nephritis, nephrotic syndrome and nephrosis)"],
  ),
  cause(
    "liver-disease",
    "Liver disease and cirrhosis",
    "Enfermedad hepática y cirrosis",
    ["K70", "K73-K74"],
    ["Liver disease and cirrhosis"],
  ),
  cause("lung-cancer", "Lung cancer", "Cáncer de pulmón", ["C33-C34"], ["Lung cancer"]),
  cause("prostate-cancer", "Prostate cancer", "Cáncer de próstata", ["C61"], ["Prostate cancer in males"]),
  cause("stroke", "Stroke", "Accidente cerebrovascular", ["I60-I69"], ["Stroke (cerebrovascular disease)"]),
  cause("suicide", "Suicide", "Suicidio", ["U03", "X60-X84", "Y87.0"], ["Suicide (intentional self-harm)"]),
];

function cause(key: string, en: string, es: string, icd10: readonly string[], headings: readonly string[]): Cause {
  return { key, name: { en, es }, icd10, headings };
}

/**
 * The cause with this key, or null.
 *
 * @example
 * causeByKey("stroke").name.en // => "Stroke"
 */
export const causeByKey = (key: string): Cause | null => causes.find((one) => one.key === key) ?? null;
