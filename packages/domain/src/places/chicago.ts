import type { Place, PlaceId } from "./place.ts";

/**
 * The 77 community areas of Chicago by side, with their numbers: drawn by the University of Chicago in the 1920s and
 * kept by the City since. The grouping into nine sides is the City's customary one; planning regions differ.
 */
const areasBySide: Readonly<Record<string, readonly (readonly [number: number, name: string])[]>> = {
  "Far North Side": [
    [1, "Rogers Park"],
    [2, "West Ridge"],
    [3, "Uptown"],
    [4, "Lincoln Square"],
    [9, "Edison Park"],
    [10, "Norwood Park"],
    [11, "Jefferson Park"],
    [12, "Forest Glen"],
    [13, "North Park"],
    [14, "Albany Park"],
    [76, "O'Hare"],
    [77, "Edgewater"],
  ],
  "Northwest Side": [
    [15, "Portage Park"],
    [16, "Irving Park"],
    [17, "Dunning"],
    [18, "Montclare"],
    [19, "Belmont Cragin"],
    [20, "Hermosa"],
  ],
  "North Side": [
    [5, "North Center"],
    [6, "Lakeview"],
    [7, "Lincoln Park"],
    [21, "Avondale"],
    [22, "Logan Square"],
  ],
  Central: [
    [8, "Near North Side"],
    [32, "Loop"],
    [33, "Near South Side"],
  ],
  "West Side": [
    [23, "Humboldt Park"],
    [24, "West Town"],
    [25, "Austin"],
    [26, "West Garfield Park"],
    [27, "East Garfield Park"],
    [28, "Near West Side"],
    [29, "North Lawndale"],
    [30, "South Lawndale"],
    [31, "Lower West Side"],
  ],
  "South Side": [
    [34, "Armour Square"],
    [35, "Douglas"],
    [36, "Oakland"],
    [37, "Fuller Park"],
    [38, "Grand Boulevard"],
    [39, "Kenwood"],
    [40, "Washington Park"],
    [41, "Hyde Park"],
    [42, "Woodlawn"],
    [43, "South Shore"],
    [60, "Bridgeport"],
    [69, "Greater Grand Crossing"],
  ],
  "Southwest Side": [
    [56, "Garfield Ridge"],
    [57, "Archer Heights"],
    [58, "Brighton Park"],
    [59, "McKinley Park"],
    [61, "New City"],
    [62, "West Elsdon"],
    [63, "Gage Park"],
    [64, "Clearing"],
    [65, "West Lawn"],
    [66, "Chicago Lawn"],
    [67, "West Englewood"],
    [68, "Englewood"],
  ],
  "Far Southwest Side": [
    [70, "Ashburn"],
    [71, "Auburn Gresham"],
    [72, "Beverly"],
    [73, "Washington Heights"],
    [74, "Mount Greenwood"],
    [75, "Morgan Park"],
  ],
  "Far Southeast Side": [
    [44, "Chatham"],
    [45, "Avalon Park"],
    [46, "South Chicago"],
    [47, "Burnside"],
    [48, "Calumet Heights"],
    [49, "Roseland"],
    [50, "Pullman"],
    [51, "South Deering"],
    [52, "East Side"],
    [53, "West Pullman"],
    [54, "Riverdale"],
    [55, "Hegewisch"],
  ],
};

/** Suburbs that hospitals' place sets name beside the community areas. */
const suburbs = ["Forest Park", "Oak Park", "River Forest"];

/**
 * Every named place of Chicago that figures can be about: the 77 areas, three suburbs, the city, Cook County and the
 * nation, in that order.
 */
export const chicagoPlaces: readonly Place[] = [
  ...Object.entries(areasBySide)
    .flatMap(([side, areas]) => areas.map(([number, name]) => area(number, name, side)))
    .sort((a, b) => Number(a.code) - Number(b.code)),
  ...suburbs.map((name) => named("municipality", name.toLowerCase().replace(" ", "-"), name)),
  named("city", "chicago", "Chicago"),
  named("county", "17031", "Cook County"),
  named("nation", "us", "United States"),
];

/** The ids of the 77 community areas, by number. */
export const communityAreaIds: readonly PlaceId[] = chicagoPlaces
  .filter((place) => place.kind === "area")
  .map((place) => place.id);

function area(number: number, name: string, side: string): Place {
  return { id: `area:${number}`, kind: "area", code: String(number), name, side };
}

function named(kind: "municipality" | "city" | "county" | "nation", code: string, name: string): Place {
  return { id: `${kind}:${code}`, kind, code, name, side: null };
}
