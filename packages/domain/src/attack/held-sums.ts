import { groupBy } from "../kernel/group-by.ts";
import { countId } from "../told/count-name.ts";
import type { Count } from "../told/counts-told.ts";
import type { Sum, SumKind } from "./sums-among.ts";

/** A sum of counts by their ids; with a rest where the parts may add to less than the total. */
export type HeldSum = Readonly<{ kind: SumKind; total: string; parts: readonly string[]; hasRest: boolean }>;

/**
 * The sums that a reader takes to hold, and how: by what those of the same kind and years come to that are told in full.
 * Where one of them falls short (a death of no known address), all may; where the parts of one are more than the total,
 * such sums tell nothing. Sets are added up here, so that they always hold; causes always leave a rest.
 */
export function heldSums(sums: readonly Sum[], counts: ReadonlyMap<string, Count>): readonly HeldSum[] {
  const alike = groupBy(sums, ({ kind, total: { of, from, to } }) => `${kind}|${of}|${from}-${to}`);
  return [...alike.values()].flatMap((of) => {
    const named = of.map(({ kind, total, parts }) => ({ kind, total: countId(total), parts: parts.map(countId) }));
    const hasRest = restOf(
      of[0]!.kind,
      named.flatMap((one) => shortfall(one, counts) ?? []),
    );
    return hasRest === null ? [] : named.map((one) => ({ ...one, hasRest }));
  });
}

type NamedSum = Omit<HeldSum, "hasRest">;

/** By how much the parts fall short of the total; null where one of them is not told. */
function shortfall({ total, parts }: NamedSum, counts: ReadonlyMap<string, Count>): number | null {
  let left = counts.get(total)?.count ?? null;
  for (const part of parts) {
    const count = counts.get(part)?.count ?? null;
    if (left === null || count === null) return null;
    left -= count;
  }
  return left;
}

function restOf(kind: SumKind, shortfalls: readonly number[]): boolean | null {
  if (kind === "set") return false;
  if (shortfalls.some((short) => short < 0)) return null;
  if (kind === "causes") return true;
  return shortfalls.length === 0 ? kind === "city" : shortfalls.some((short) => short > 0);
}
