import type { Subject } from "../figures/subject.ts";

/**
 * What a count counts: deaths or people, where, in which years, and of whom. Ages are completed years, `ageFrom` included
 * and `ageBelow` not; all ages are 0 to null.
 */
export type CountName = Readonly<{
  of: "deaths" | "people";
  place: Subject;
  from: number;
  to: number;
  sex: string;
  cause: string;
  ageFrom: number;
  ageBelow: number | null;
}>;

/**
 * A name in one word: the same wherever the count is told.
 *
 * @example
 * countId({ of: "deaths", place: "area:26", from: 2006, to: 2010, sex: "all", cause: "stroke", ageFrom: 0, ageBelow: null })
 * // => "deaths|area:26|2006-2010|all|stroke|0-"
 */
export const countId = ({ of, place, from, to, sex, cause, ageFrom, ageBelow }: CountName): string =>
  `${of}|${place}|${from}-${to}|${sex}|${cause}|${ageFrom}-${ageBelow ?? ""}`;
