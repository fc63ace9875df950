import { placeAliases } from "./aliases.ts";
import { chicagoPlaces } from "./chicago.ts";
import type { Place, PlaceId } from "./place.ts";

/** Finds places by id, by name and by the other names that files and people use. */
export type Gazetteer = Readonly<{
  place: (id: string) => Place | null;
  /** All places that go by this name: one, none, or several where the name is ambiguous. */
  named: (name: string) => readonly Place[];
}>;

/**
 * A name as it is compared: lower case, without accents, apostrophes, full stops, or doubled and outer blanks.
 *
 * @example
 * plainName("  O’HARE ") // => "ohare"
 */
export const plainName = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/[\u0300-\u036f'’.]/g, "")
    .trim()
    .replace(/\s+/g, " ")
    .toLowerCase();

const byId = new Map<string, Place>(chicagoPlaces.map((place) => [place.id, place]));
const byName = new Map<string, Place[]>();
for (const place of chicagoPlaces) add(place.name, place);
for (const { alias, placeId } of placeAliases) add(alias, byId.get(placeId)!);

function add(name: string, place: Place): void {
  const key = plainName(name);
  const there = byName.get(key) ?? [];
  if (!there.includes(place)) byName.set(key, [...there, place]);
}

/**
 * The places of Chicago.
 *
 * @example
 * gazetteer.named("Montclare ").map((place) => place.id) // => ["area:18"]
 * @example
 * gazetteer.named("Garfield Park").map((place) => place.id) // => ["area:26", "area:27"]
 * @example
 * gazetteer.place("area:32").name // => "Loop"
 */
export const gazetteer: Gazetteer = {
  place: (id) => byId.get(id) ?? null,
  named: (name) => byName.get(plainName(name)) ?? [],
};

/**
 * What to call a place, whether it has a name of its own or goes by its code.
 *
 * @example
 * placeName("area:26") // => "West Garfield Park"
 * @example
 * placeName("zip:60612") // => "ZIP 60612"
 * @example
 * placeName("tract:17031010210") // => "Tract 102.10, county 17031"
 */
export function placeName(id: PlaceId): string {
  const [kind, code = ""] = id.split(":");
  if (kind === "zip") return `ZIP ${code}`;
  if (kind === "tract") return `Tract ${tractNumber(code.slice(5))}, county ${code.slice(0, 5)}`;
  return byId.get(id)?.name ?? id;
}

/** As the Census Bureau writes it: the suffix has two digits, and is left out where it is 00. */
const tractNumber = (digits: string): string =>
  `${Number(digits.slice(0, 4))}${digits.endsWith("00") ? "" : `.${digits.slice(4)}`}`;
