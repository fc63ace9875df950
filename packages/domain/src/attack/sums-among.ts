import { groupBy } from "../kernel/group-by.ts";
import { communityAreaIds } from "../places/chicago.ts";
import { type PlaceSet, placeSetRef } from "../places/place-set.ts";
import { type CountName, countId } from "../told/count-name.ts";
import { causeSums } from "./cause-sums.ts";
import { intervalParts } from "./interval-parts.ts";

/** A count and those that add up to it, or to less where something belongs to none of them. */
export type Sum = Readonly<{ kind: SumKind; total: CountName; parts: readonly CountName[] }>;

/** Along what a count is split. */
export type SumKind = "sexes" | "ages" | "years" | "set" | "city" | "causes";

/**
 * All sums that a reader can write down among counts of which something is told: women and men, ages, years, the places
 * of a set and of the city, causes. A part may be a count of which nothing is told; so may a total of both sexes or of
 * all ages, which a reader makes up where it ties other sums together.
 */
export function sumsAmong(told: readonly CountName[], sets: readonly PlaceSet[]): readonly Sum[] {
  const bySex = sexSums(told);
  const bothSexes = withTotals(told, bySex);
  const byAge = ageSums(bothSexes);
  const all = withTotals(bothSexes, byAge);
  return [...bySex, ...byAge, ...yearSums(all), ...placeSums(all, sets), ...sumsOfCauses(all)];
}

/** Names that share all but one thing. */
const alikeBut = (names: readonly CountName[], thing: Partial<CountName>): Iterable<readonly CountName[]> =>
  groupBy(names, (name) => countId({ ...name, ...thing })).values();

function withTotals(names: readonly CountName[], sums: readonly Sum[]): readonly CountName[] {
  const there = new Set(names.map(countId));
  return [...names, ...sums.flatMap(({ total }) => (there.has(countId(total)) ? [] : total))];
}

const each = ["female", "male"] as const;

function sexSums(names: readonly CountName[]): readonly Sum[] {
  return [...alikeBut(names, { sex: "" })].flatMap((alike) => {
    const sexes = new Set(alike.map(({ sex }) => sex));
    const isSplit = each.every((sex) => sexes.has(sex)) || (sexes.has("all") && each.some((sex) => sexes.has(sex)));
    if (!isSplit) return [];
    const of = (sex: string): CountName => ({ ...alike[0]!, sex });
    return [{ kind: "sexes" as const, total: of("all"), parts: each.map(of) }];
  });
}

const allAges = { ageFrom: 0, ageBelow: null };

function ageSums(names: readonly CountName[]): readonly Sum[] {
  return [...alikeBut(names, allAges)].flatMap((alike) => {
    if (alike.every((name) => name.ageFrom === 0 && name.ageBelow === null)) return [];
    const whole: CountName = { ...alike[0]!, ...allAges };
    const there = alike.some((name) => countId(name) === countId(whole)) ? alike : [whole, ...alike];
    const bands = there.map((name) => ({ name, from: name.ageFrom, below: name.ageBelow ?? Infinity }));
    return intervalParts(bands).map(({ whole: { name }, parts }) => ({
      kind: "ages" as const,
      total: name,
      parts: parts.map(({ from, below }) => ({ ...name, ageFrom: from, ageBelow: below === Infinity ? null : below })),
    }));
  });
}

/** Deaths of a period are those of its years; how many people live somewhere is not added over years. */
function yearSums(names: readonly CountName[]): readonly Sum[] {
  const deaths = names.filter(({ of }) => of === "deaths");
  return [...alikeBut(deaths, { from: 0, to: 0 })].flatMap((alike) =>
    intervalParts(alike.map((name) => ({ name, from: name.from, below: name.to + 1 }))).map(
      ({ whole: { name }, parts }) => ({
        kind: "years" as const,
        total: name,
        parts: parts.map(({ from, below }) => ({ ...name, from, to: below - 1 })),
      }),
    ),
  );
}

function placeSums(names: readonly CountName[], sets: readonly PlaceSet[]): readonly Sum[] {
  const wholes = [
    { kind: "city" as const, place: "city:chicago" as const, places: communityAreaIds },
    ...sets.map((set) => ({ kind: "set" as const, place: placeSetRef(set), places: set.places })),
  ];
  return [...alikeBut(names, { place: "city:chicago" })].flatMap((alike) => {
    const there = new Set<string>(alike.map(({ place }) => place));
    return wholes
      .filter(({ place, places }) => there.has(place) && places.some((one) => there.has(one)))
      .map(({ kind, place, places }) => {
        const at = (one: CountName["place"]): CountName => ({ ...alike[0]!, place: one });
        return { kind, total: at(place), parts: places.map(at) };
      });
  });
}

/** Of all ages alone: by age too, every cause would hang together with every other. */
function sumsOfCauses(names: readonly CountName[]): readonly Sum[] {
  const deaths = names.filter(({ of, ageFrom, ageBelow }) => of === "deaths" && ageFrom === 0 && ageBelow === null);
  return [...alikeBut(deaths, { cause: "all" })].flatMap((alike) => {
    const byCause = new Map(alike.map((name) => [name.cause, name]));
    return causeSums.flatMap(({ whole, parts }) => {
      const total = byCause.get(whole);
      const there = parts.flatMap((part) => byCause.get(part) ?? []);
      return total && there.length > 0 ? [{ kind: "causes" as const, total, parts: there }] : [];
    });
  });
}
