import type { Figure } from "@evenspan/domain/figures/figure";
import type { PlaceSetRef, Subject } from "@evenspan/domain/figures/subject";
import { placeName, plainName } from "@evenspan/domain/places/gazetteer";
import type { PlaceId } from "@evenspan/domain/places/place";
import type { PlaceSet } from "@evenspan/domain/places/place-set";
import { placeSetRef } from "@evenspan/domain/places/place-set";
import type { PublishedRelease } from "@evenspan/domain/releases/published-release";

/** One kind of figure: all places have it for the same indicator, period, sex and cause. */
export type FigureKind = Pick<Figure, "indicator" | "period" | "sex" | "cause">;

/** The figures of a release by what pages ask for. Made once a release. */
export type ReleaseIndex = Readonly<{
  bySubject: ReadonlyMap<Subject, readonly Figure[]>;
  byKind: ReadonlyMap<string, readonly Figure[]>;
  /** Places that have a page, by the word in their address. */
  placeBySlug: ReadonlyMap<string, PlaceId>;
  sets: ReadonlyMap<PlaceSetRef, PlaceSet>;
}>;

const indexes = new WeakMap<PublishedRelease, ReleaseIndex>();

/** The index of a release. */
export function indexOf(release: PublishedRelease): ReleaseIndex {
  const index = indexes.get(release) ?? makeIndex(release);
  indexes.set(release, index);
  return index;
}

/**
 * The key of a kind: `death-rate-adjusted.2019-2023.all.stroke`.
 *
 * @example
 * kindKey({ indicator: "hardship", period: { from: 2008, to: 2012 }, sex: "all", cause: "all" })
 * // => "hardship.2008-2012.all.all"
 */
export const kindKey = (kind: FigureKind): string => `${measureKey(kind)}.${kind.sex}.${kind.cause}`;

/**
 * What is measured and when, as it stands in an address.
 *
 * @example
 * measureKey({ indicator: "hardship", period: { from: 2008, to: 2012 } }) // => "hardship.2008-2012"
 */
export const measureKey = ({ indicator, period: { from, to } }: Pick<FigureKind, "indicator" | "period">): string =>
  `${indicator}.${from === to ? from : `${from}-${to}`}`;

/**
 * The query that asks the page of all areas for a kind of figure.
 *
 * @example
 * kindQuery({ indicator: "hardship", period: { from: 2008, to: 2012 }, sex: "all", cause: "all" })
 * // => { measure: "hardship.2008-2012", cause: undefined }
 */
export const kindQuery = (kind: FigureKind): Readonly<Record<"measure" | "cause", string | undefined>> => ({
  measure: measureKey(kind),
  cause: kind.cause === "all" ? undefined : kind.cause,
});

/**
 * The word for a place in an address: its name, plain, with dashes.
 *
 * @example
 * placeSlug("area:26") // => "west-garfield-park"
 * @example
 * placeSlug("zip:60612") // => "zip-60612"
 */
export const placeSlug = (id: PlaceId): string => plainName(placeName(id)).replace(/[^a-z0-9]+/g, "-");

/**
 * Whether a subject is a single place, and not a set, a gap or the office itself.
 *
 * @example
 * isPlace("gap:area:32>area:26") // => false
 */
export const isPlace = (subject: Subject): subject is PlaceId => !/^(set|gap|system):/.test(subject);

function makeIndex({ content }: PublishedRelease): ReleaseIndex {
  const bySubject = groupedBy(content.figures, (figure) => figure.subject);
  const places = [...bySubject.keys()].filter(isPlace);
  return {
    bySubject,
    byKind: groupedBy(content.figures, kindKey),
    placeBySlug: new Map(places.map((id) => [placeSlug(id), id])),
    sets: new Map(content.placeSets.map((set) => [placeSetRef(set), set])),
  };
}

function groupedBy<K>(figures: readonly Figure[], key: (figure: Figure) => K): ReadonlyMap<K, readonly Figure[]> {
  const groups = new Map<K, Figure[]>();
  for (const figure of figures) {
    const group = groups.get(key(figure));
    if (group) group.push(figure);
    else groups.set(key(figure), [figure]);
  }
  return groups;
}
