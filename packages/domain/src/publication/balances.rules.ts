import type { DraftFigure } from "../figures/figure.ts";
import type { Subject } from "../figures/subject.ts";
import { groupBy } from "../kernel/group-by.ts";
import { communityAreaIds } from "../places/chicago.ts";
import { type PlaceSet, placeSetRef } from "../places/place-set.ts";

/** Two lists of figures, by id, whose counts add to the same. */
export type Balance = Readonly<{ one: readonly string[]; other: readonly string[] }>;

/** The balances between figures: `sums` are totals and their parts, `overlaps` follow from two of them. */
export type Balances = Readonly<{ sums: readonly Balance[]; overlaps: readonly Balance[] }>;

/**
 * How the counts of figures hang together: the city and its areas, a set and its places, both sexes and each, a period
 * and the shorter ones that make it up; and of two wholes that share places, each with the places that only the other has.
 *
 * Only a sum all of whose parts have a figure can be subtracted from.
 */
export function balancesAmong(figures: readonly DraftFigure[], sets: readonly PlaceSet[]): Balances {
  const ids = new Set(figures.map(({ id }) => id));
  const strata = groupBy(
    figures,
    ({ indicator, period, sex, cause }) => `${indicator}/${period.from}-${period.to}/${sex}/${cause}`,
  );
  const ofPlaces = [...strata.values()].map((stratum) => {
    const idOf = new Map(stratum.map(({ subject, id }) => [subject, id]));
    return placeBalances(idOf, wholesIn(idOf, sets));
  });
  const ofSexes = figures.flatMap((figure) => sexBalance(figure, ids));
  return {
    sums: [...ofPlaces.flatMap((one) => one.sums), ...ofSexes, ...periodBalances(figures)],
    overlaps: ofPlaces.flatMap((one) => one.overlaps),
  };
}

type Whole = Readonly<{ total: Subject; places: ReadonlySet<Subject> }>;

/** The city and the sets that have a figure, and all of whose places have one. */
function wholesIn(idOf: ReadonlyMap<Subject, string>, sets: readonly PlaceSet[]): readonly Whole[] {
  const wholes: readonly Whole[] = [
    { total: "city:chicago", places: new Set(communityAreaIds) },
    ...sets.map((set) => ({ total: placeSetRef(set), places: new Set(set.places) })),
  ];
  return wholes.filter(({ total, places }) => [total, ...places].every((subject) => idOf.has(subject)));
}

function placeBalances(idOf: ReadonlyMap<Subject, string>, wholes: readonly Whole[]): Balances {
  const balance = (one: readonly Subject[], other: readonly Subject[]): Balance => ({
    one: one.map((subject) => idOf.get(subject)!),
    other: other.map((subject) => idOf.get(subject)!),
  });
  const only = (a: Whole, b: Whole) => [...a.places].filter((place) => !b.places.has(place));
  const pairs = wholes.flatMap((a, i) => wholes.slice(i + 1).map((b) => [a, b] as const));
  return {
    sums: wholes.map(({ total, places }) => balance([total], [...places])),
    overlaps: pairs
      .filter(([a, b]) => [...a.places].some((place) => b.places.has(place)))
      .map(([a, b]) => balance([a.total, ...only(b, a)], [b.total, ...only(a, b)])),
  };
}

/**
 * Each period of a place that shorter ones make up without a gap or an overlap. A count of people is not added over
 * years, so populations have none.
 */
function periodBalances(figures: readonly DraftFigure[]): readonly Balance[] {
  const counts = figures.filter(({ unit }) => unit !== "people");
  const strata = groupBy(counts, ({ indicator, subject, sex, cause }) => `${indicator}/${subject}/${sex}/${cause}`);
  return [...strata.values()].flatMap((of) =>
    of.length < 3 ? [] : of.flatMap((whole) => partitionsOf(whole, of).map((other) => ({ one: [whole.id], other }))),
  );
}

/** Every way in which figures of shorter periods fill the period of one, in order of their years. */
function partitionsOf(whole: DraftFigure, among: readonly DraftFigure[]): readonly (readonly string[])[] {
  const parts = among.filter(
    ({ id, period }) => id !== whole.id && period.from >= whole.period.from && period.to <= whole.period.to,
  );
  const fill = (from: number): readonly (readonly string[])[] =>
    from > whole.period.to
      ? [[]]
      : parts
          .filter(({ period }) => period.from === from)
          .flatMap(({ id, period }) => fill(period.to + 1).map((rest) => [id, ...rest]));
  return fill(whole.period.from);
}

/** Both sexes, and women and men, where all three have a figure. */
function sexBalance({ id, sex }: DraftFigure, ids: ReadonlySet<string>): readonly Balance[] {
  if (sex !== "all") return [];
  const each = ["female", "male"].map((one) => id.replace(/\/all\/([^/]+)$/, `/${one}/$1`));
  return each.every((one) => ids.has(one)) ? [{ one: [id], other: each }] : [];
}
