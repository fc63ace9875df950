import { periodWords } from "../figures/figure-words.ts";
import { placeName } from "../places/gazetteer.ts";
import type { PlaceId } from "../places/place.ts";
import { type PlaceSet, placeSetRef } from "../places/place-set.ts";
import { publicationRules } from "../publication/publication.rules.ts";
import { causeByKey } from "../sources/causes.ts";
import type { CountName } from "../told/count-name.ts";

/** How many counts a sentence names before it only says how many more there are. */
const named = 5;

/** Why a release is refused: which counts a reader would come to know, without what they would know, and what helps. */
export function leakSentence(counts: readonly CountName[], sets: readonly PlaceSet[]): string {
  const { largestWithheldCount: most } = publicationRules;
  const list = counts.slice(0, named).map((count) => countWords(count, sets));
  const more = counts.length > named ? `; and ${counts.length - named} more` : "";
  return (
    `From what this release would tell, with what earlier ones told, a reader could work out a count that is kept ` +
    `back, or bound it more closely than 1 to ${most}: ${list.join("; ")}${more}. Nothing was stored. Put places, years, ` +
    `ages or causes together in the file or the set that tells them apart, and build again.`
  );
}

/**
 * A count in words.
 *
 * @example
 * countWords({ of: "deaths", place: "area:26", from: 2006, to: 2010, sex: "female", cause: "stroke", ageFrom: 0, ageBelow: 75 }, [])
 * // => "deaths by stroke of women younger than 75 in West Garfield Park, 2006 to 2010"
 */
export function countWords(name: CountName, sets: readonly PlaceSet[]): string {
  const { of, place, from, to, cause, sex } = name;
  const whom = [{ female: "women", male: "men" }[sex] ?? "people", ageWords(name)].filter(Boolean).join(" ");
  const by = cause === "all" ? "" : ` by ${(causeByKey(cause)?.name.en ?? cause).toLowerCase()}`;
  const what = of === "people" ? whom : whom === "people" ? `deaths${by}` : `deaths${by} of ${whom}`;
  const set = sets.find((one) => placeSetRef(one) === place);
  const where = set ? `${set.name.en} (version ${set.version})` : placeName(place as PlaceId);
  return `${what} in ${where}, ${periodWords({ from, to }, "en")}`;
}

function ageWords({ ageFrom, ageBelow }: CountName): string {
  if (ageFrom === 0) return ageBelow === null ? "" : `younger than ${ageBelow}`;
  return ageBelow === null ? `of ${ageFrom} and older` : `of ${ageFrom} to ${ageBelow - 1}`;
}
