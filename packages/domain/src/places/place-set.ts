import type { PlaceSetRef } from "../figures/subject.ts";
import type { Text } from "../kernel/text.ts";
import type { PlaceId } from "./place.ts";

/** One version of a named list of places that an office decided on, with why and on whose word. */
export type PlaceSet = Readonly<{
  id: string;
  version: number;
  name: Text;
  reason: Text;
  source: string;
  /** ISO day on which the office took it up. */
  adoptedOn: string;
  /** In the order the office chose: the stops of a line, from one end to the other. */
  places: readonly PlaceId[];
}>;

/**
 * How a figure names a set.
 *
 * @example
 * placeSetRef({ id: "west-side", version: 2 }) // => "set:west-side@2"
 */
export const placeSetRef = ({ id, version }: Pick<PlaceSet, "id" | "version">): PlaceSetRef => `set:${id}@${version}`;
