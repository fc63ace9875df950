import type { Language, Text } from "@evenspan/domain/kernel/text";
import { placeName } from "@evenspan/domain/places/gazetteer";
import type { PlaceId } from "@evenspan/domain/places/place";

/** Places that have a name of their own in Spanish; the others keep theirs. */
const spanishNames: Readonly<Record<string, string>> = {
  "county:17031": "Condado de Cook",
  "nation:us": "Estados Unidos",
};

/** Places that take an article in a sentence, besides those called a "Side". */
const withArticle: Readonly<Record<string, Text>> = {
  "area:32": { en: "the Loop", es: "el Loop" },
  "nation:us": { en: "the United States", es: "los Estados Unidos" },
  "county:17031": { en: "Cook County", es: "el condado de Cook" },
};

/** Names of the sides of the city; residents say several of them in English in either language. */
const sides: Readonly<Record<string, string>> = {
  "Far North Side": "Extremo norte",
  "Northwest Side": "Noroeste",
  "North Side": "Norte",
  Central: "Centro",
  "West Side": "West Side (oeste)",
  "South Side": "South Side (sur)",
  "Southwest Side": "Suroeste",
  "Far Southwest Side": "Extremo suroeste",
  "Far Southeast Side": "Extremo sureste",
};

/**
 * What a place is called in a list or a heading.
 *
 * @example
 * placeLabel("nation:us", "es") // => "Estados Unidos"
 */
export const placeLabel = (id: PlaceId, language: Language): string =>
  (language === "es" ? spanishNames[id] : undefined) ?? placeName(id);

/**
 * What a place is called inside a sentence, after "in" or "than".
 *
 * @example
 * placePhrase("area:32", "es") // => "el Loop"
 * @example
 * placePhrase("area:31", "en") // => "the Lower West Side"
 */
export function placePhrase(id: PlaceId, language: Language): string {
  const own = withArticle[id]?.[language];
  if (own) return own;
  const name = placeLabel(id, language);
  return / Side$/.test(name) ? `${language === "en" ? "the" : "el"} ${name}` : name;
}

/**
 * The name of a side of the city.
 *
 * @example
 * sideLabel("North Side", "es") // => "Norte"
 */
export const sideLabel = (side: string, language: Language): string =>
  language === "es" ? (sides[side] ?? side) : side;
