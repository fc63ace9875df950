import type { PlaceId } from "@evenspan/domain/places/place";
import type { PlaceSet } from "@evenspan/domain/places/place-set";

const westSide = { en: "West Side", es: "West Side" };
const nineAreas = areas(23, 24, 25, 26, 27, 28, 29, 30, 31);

/**
 * The sets of places that the demonstration's office works with, each version in the order in which it came.
 *
 * "The West Side" is three lists here, because it was nine areas, then ten, then twelve communities in what RUSH and
 * its partners wrote; a number says which one it means. Of days that were not published, the first of the month or of
 * the year stands in `adoptedOn`, and the source says so.
 */
export const placeSetVersions: readonly PlaceSet[] = [
  {
    id: "west-side",
    version: 1,
    name: westSide,
    reason: {
      en: "The nine community areas that RUSH’s anchor mission of 2016 set out to hire from, buy from and invest in. They are the nine that the City counts as its West Side.",
      es: "Las nueve áreas comunitarias donde la misión ancla de RUSH, de 2016, se propuso contratar, comprar e invertir. Son las nueve que la Ciudad cuenta como su West Side.",
    },
    source:
      "Chicago magazine, February 2018, https://www.chicagomag.com/city-life/february-2018/rush-hospital-wants-to-tackle-the-west-side-death-gap-will-it-work/ (adopted in 2016; the day was not published)",
    adoptedOn: "2016-01-01",
    places: nineAreas,
  },
  {
    id: "west-side",
    version: 2,
    name: westSide,
    reason: {
      en: "The ten areas of West Side United and of RUSH’s employee volunteers: the nine and Belmont Cragin. RUSH’s own list was read only in part; a partner of West Side United names all ten, two of them by neighborhood (Little Village, Pilsen), which are read here as South Lawndale and the Lower West Side.",
      es: "Las diez áreas de West Side United y del voluntariado de empleados de RUSH: las nueve y Belmont Cragin. La lista de RUSH se leyó solo en parte; un socio de West Side United nombra las diez, dos de ellas por su barrio (La Villita, Pilsen), que aquí se leen como South Lawndale y Lower West Side.",
    },
    source:
      "In part: https://careerpathways.reachatrush.org/medstem-students-show-prove-with-capstone-concepts/ (2019). All ten: Illinois Medical District, 26 February 2020, https://medicaldistrict.org/imdjoinswestsideunitedcollaborativepledging-copy/ (West Side United began in February 2018; the day was not published)",
    adoptedOn: "2018-02-01",
    places: [...nineAreas, "area:19"],
  },
  {
    id: "west-side",
    version: 3,
    name: westSide,
    reason: {
      en: "The twelve communities profiled in RUSH’s health needs assessment of 2019: the nine, and three suburbs around RUSH Oak Park Hospital.",
      es: "Las doce comunidades descritas en la evaluación de necesidades de salud de RUSH de 2019: las nueve y tres suburbios en torno a RUSH Oak Park Hospital.",
    },
    source:
      "RUSH, 2019 Community Health Needs Assessment, https://zbook.org/read/63de6_2019-community-health-needs-assessment-and-2020-2022.html (the day of adoption was not read)",
    adoptedOn: "2019-01-01",
    places: [...nineAreas, "municipality:forest-park", "municipality:oak-park", "municipality:river-forest"],
  },
  {
    id: "gap-ends",
    version: 1,
    name: { en: "The two ends of the gap", es: "Los dos extremos de la brecha" },
    reason: {
      en: "The pair that RUSH names when it speaks of the gap in life expectancy, the Loop and West Garfield Park.",
      es: "El par que RUSH nombra cuando habla de la brecha en la esperanza de vida: el Loop y West Garfield Park.",
    },
    source:
      "RUSH, By the Numbers, https://rush.edu/about-us/rush-community (undated; the day is that of the map that it follows)",
    adoptedOn: "2015-11-12",
    places: areas(32, 26),
  },
  {
    id: "the-line",
    version: 1,
    name: { en: "From the Loop to West Garfield Park", es: "Del Loop a West Garfield Park" },
    reason: {
      en: "A path of seven areas, each next to the one before, that this demonstration chose. It is not the order of the train’s stops. It shows that the fall is not even: people in places with much hardship can live long lives too.",
      es: "Un camino de siete áreas, cada una junto a la anterior, elegido para esta demostración. No es el orden de las paradas del tren. Muestra que la caída no es pareja: también donde hay muchas privaciones la gente puede vivir muchos años.",
    },
    source: "Chosen for the demonstration; that the areas touch is read from the City’s boundaries, cauq-8yn6",
    adoptedOn: "2026-11-24",
    places: areas(32, 28, 31, 30, 29, 27, 26),
  },
];

function areas(...numbers: readonly number[]): readonly PlaceId[] {
  return numbers.map((number): PlaceId => `area:${number}`);
}
