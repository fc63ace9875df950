import { causes } from "./causes.ts";

/** A code as it is compared: three characters, then what narrows them; Y87.1 becomes Y871. */
const code = /^\*?([A-Z]\d[0-9A-Z])\.?([0-9A-Z]{0,2})$/;

/** Chapters that name injuries, factors and special codes: no underlying cause of death (ICD-10 volume 2, section 4). */
const notUnderlying = /^[STZ]/;

type Range = Readonly<{ from: string; to: string }>;

const ranges: ReadonlyMap<string, readonly Range[]> = new Map(
  causes.map((cause) => [cause.key, cause.icd10.map(rangeOf)]),
);

function rangeOf(text: string): Range {
  const [from = "", to = from] = text.replaceAll(".", "").split("-");
  return { from, to };
}

/** Whether a code lies in a range: compared over as many characters as each end of the range has. */
const within = (plain: string, { from, to }: Range): boolean =>
  plain.slice(0, from.length) >= from && plain.slice(0, to.length) <= to;

/**
 * The keys of all causes in which a death with this ICD-10 code as its underlying cause is counted, "all" first.
 * Null where it is no code, or one that cannot be an underlying cause of death.
 *
 * @example
 * causesOfCode("C34.9") // => ["all", "cancer", "lung-cancer"]
 * @example
 * causesOfCode("x95") // => ["all", "homicide", "firearm"]
 * @example
 * causesOfCode("Z00") // => null
 */
export function causesOfCode(text: string): readonly string[] | null {
  const parts = code.exec(text.toUpperCase());
  if (!parts || notUnderlying.test(parts[1]!)) return null;
  const plain = `${parts[1]}${parts[2]}`;
  const found = causes.filter((cause) => ranges.get(cause.key)!.some((range) => within(plain, range)));
  return found[0]?.key === "all" ? found.map((cause) => cause.key) : null;
}

/**
 * The keys of all causes that hold the whole of this one, "all" first and itself among them.
 *
 * @example
 * causesHolding("lung-cancer") // => ["all", "cancer", "lung-cancer"]
 */
export function causesHolding(key: string): readonly string[] {
  const own = ranges.get(key) ?? [];
  return causes.map((cause) => cause.key).filter((other) => own.every((range) => holds(ranges.get(other)!, range)));
}

const holds = (wide: readonly Range[], { from, to }: Range): boolean =>
  wide.some((range) => within(from, range) && within(to, range));
