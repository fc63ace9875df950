import { ageBandText } from "../cells/age-band.ts";
import { periodText } from "../kernel/period.ts";
import { placeName } from "../places/gazetteer.ts";
import type { PlaceId } from "../places/place.ts";
import { causeByKey } from "../sources/causes.ts";
import type { Coordinates } from "./cell-keys.rules.ts";
import type { InWords } from "./grid.rules.ts";

/**
 * How complaints name cells and places.
 *
 * @example
 * gridInWords.cell({ measure: "deaths", cause: "all", placeId: "area:26", yearFrom: 2010, yearTo: 2010, sex: "female", ageFrom: 45, ageBelow: 55 })
 * // => "deaths in West Garfield Park (area:26), 2010, female, age 45–54"
 */
export const gridInWords: InWords = {
  cell: ({ measure, cause, placeId, yearFrom, yearTo, sex, ageFrom, ageBelow }: Coordinates): string => {
    const of = cause === "all" ? "" : ` of ${causeByKey(cause)?.name.en ?? cause}`;
    const whose = sex === "all" ? "both sexes" : sex;
    const age = ageBandText({ ageFrom, ageBelow });
    const ages = ageFrom === 0 && ageBelow === null ? age : `age ${age}`;
    const period = periodText({ from: yearFrom, to: yearTo });
    return `${measure.replaceAll("-", " ")}${of} in ${placeInWords(placeId)}, ${period}, ${whose}, ${ages}`;
  },
  place: (placeId) => placeInWords(placeId as PlaceId),
};

const placeInWords = (placeId: PlaceId): string => {
  const name = placeName(placeId);
  return name === placeId ? placeId : `${name} (${placeId})`;
};
