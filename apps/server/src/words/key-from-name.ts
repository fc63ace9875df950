import { plainName } from "@evenspan/domain/places/gazetteer";

/**
 * A key for something that people have named: small letters, digits and dashes; empty where the name has none.
 *
 * @example
 * keyFromName("Año Nuevo, 2nd St.") // => "ano-nuevo-2nd-st"
 */
export const keyFromName = (name: string): string =>
  plainName(name)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "")
    .slice(0, 40);
