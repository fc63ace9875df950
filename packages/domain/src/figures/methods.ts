import type { Text } from "../kernel/text.ts";

/** How a figure came about, in words and as a formula. */
export type Method = Readonly<{
  key: string;
  name: Text;
  says: Text;
  formula: string | null;
  references: readonly string[];
}>;

/** Every way in which a figure can come about. */
export const methods: readonly Method[] = [
  {
    key: "as-published",
    name: { en: "Passed on as published", es: "Transmitida tal como se publicó" },
    says: {
      en: "The number is the publisher’s. We checked that the file is whole and that the number makes sense beside its limits; we did not work it out again.",
      es: "El número es de quien lo publicó. Comprobamos que el archivo esté completo y que el número tenga sentido junto a sus límites; no lo volvimos a calcular.",
    },
    formula: null,
    references: [],
  },
  {
    key: "chiang-silcocks",
    name: { en: "Life table from deaths and people by age", es: "Tabla de vida con muertes y habitantes por edad" },
    says: {
      en: "At each age we divide deaths by people. Then we ask how long a group of babies would live if it met those death rates as it grew up. The range comes from chance in the number of deaths at each age, the oldest included.",
      es: "En cada edad dividimos las muertes entre los habitantes. Luego vemos cuánto viviría un grupo de bebés si encontrara esas tasas al crecer. El rango proviene del azar en las muertes de cada edad, incluida la más avanzada.",
    },
    formula: "q = nM / (1 + (1 − a)nM);  e₀ = Σ L / l₀;  Var(e₀) by Chiang with Silcocks’ term for the open age band",
    references: [
      "Chiang CL. The Life Table and Its Applications. Krieger, 1984.",
      "Silcocks PBS, Jenner DA, Reza R. J Epidemiol Community Health 2001;55:38–43.",
    ],
  },
  {
    key: "difference-of-independent",
    name: { en: "Difference of two places", es: "Diferencia entre dos lugares" },
    says: {
      en: "One number is taken from the other. The two places share no deaths, so the range of the difference joins the ranges of both.",
      es: "Se resta un número del otro. Los dos lugares no comparten muertes, así que el rango de la diferencia reúne los rangos de ambos.",
    },
    formula: "d = e₁ − e₂;  SE(d) = √(SE₁² + SE₂²), each SE = (upper − lower) / (2 · 1.96)",
    references: ["Chiang CL. The Life Table and Its Applications. Krieger, 1984."],
  },
  {
    key: "crude-exact",
    name: { en: "Deaths over people, exact range", es: "Muertes entre habitantes, rango exacto" },
    says: {
      en: "Deaths divided by people, for every 100,000. The range is the one that chance allows for that many deaths.",
      es: "Muertes divididas entre habitantes, por cada 100,000. El rango es el que permite el azar para ese número de muertes.",
    },
    formula: "r = D / P · 100,000;  limits ½χ²(α/2; 2D) / P and ½χ²(1 − α/2; 2D + 2) / P",
    references: ["Garwood F. Biometrika 1936;28:437–442."],
  },
  {
    key: "crude-chicago-2006-2010",
    name: { en: "Deaths over people, the City’s range", es: "Muertes entre habitantes, rango de la Ciudad" },
    says: {
      en: "Deaths divided by people, for every 100,000. The range follows the City of Chicago’s own rule for 2006 to 2010, so that it agrees with what the City printed.",
      es: "Muertes divididas entre habitantes, por cada 100,000. El rango sigue la regla de la Ciudad de Chicago para 2006 a 2010, para que coincida con lo que la Ciudad publicó.",
    },
    formula: "r = D / P · 100,000 rounded to 0.1; below 100 deaths exact Poisson limits, from 100 on r ± 1.96 r / √D",
    references: ["City of Chicago Data Portal, j6cj-r444; the rule was found by matching all 1,399 published rates."],
  },
  {
    key: "direct-fay-feuer",
    name: { en: "Rate with age made equal", es: "Tasa igualando la edad" },
    says: {
      en: "The death rate at each age is weighted as if every place had the mix of ages of the United States in 2000. The range allows for few deaths.",
      es: "La tasa de cada edad se pondera como si todos los lugares tuvieran la mezcla de edades de los Estados Unidos en 2000. El rango toma en cuenta que puede haber pocas muertes.",
    },
    formula: "r = Σ wᵢ Dᵢ / Pᵢ;  gamma limits of Fay and Feuer with the largest wᵢ / Pᵢ",
    references: [
      "Fay MP, Feuer EJ. Stat Med 1997;16:791–801.",
      "Klein RJ, Schoenborn CA. Healthy People Statistical Notes 20, NCHS 2001.",
    ],
  },
  {
    key: "years-of-life-lost-75",
    name: { en: "Years lost before 75", es: "Años perdidos antes de los 75" },
    says: {
      en: "Each death before 75 counts the years from the middle of its age band to 75. The sum is divided by the people under 75.",
      es: "Cada muerte antes de los 75 cuenta los años desde la mitad de su grupo de edad hasta los 75. La suma se divide entre las personas menores de 75.",
    },
    formula: "Σ (75 − m) D / Σ P · 100,000;  SE √Σ (75 − m)² D / Σ P",
    references: ["Gardner JW, Sanborn JS. Epidemiology 1990;1:322–329."],
  },
  {
    key: "sum-of-places",
    name: { en: "Sum of the places of a set", es: "Suma de los lugares de un grupo" },
    says: {
      en: "The people of each place in the set, added. Each place is counted once.",
      es: "Las personas de cada lugar del grupo, sumadas. Cada lugar se cuenta una vez.",
    },
    formula: "Σ P",
    references: [],
  },
];

/**
 * The method with this key, or null.
 *
 * @example
 * methodByKey("sum-of-places").formula // => "Σ P"
 */
export const methodByKey = (key: string): Method | null => methods.find((one) => one.key === key) ?? null;
