import { abs } from "../maths.ts";
import type { Move, MoveSearch, Wanted } from "./balancing-move.ts";
import { type Board, open, withheld } from "./board.ts";
import type { MoveLibrary, UsedMove } from "./move-library.ts";

/** What a search of alternatives works with. */
export type Workbench = Readonly<{ board: Board; search: MoveSearch; library: MoveLibrary }>;

/** How often each way is tried: a failed try makes the next one avoid what stood in its way. */
const tries = { withheld: 6, all: 4, totals: 12, stubborn: 100 } as const;

/** What was found: the moves, and how much of the wanted change of the target they reach. */
export type Alternative = Readonly<{ moves: readonly UsedMove[]; reached: number }>;

/**
 * Makes up another table in which the target is higher (or lower) by `need`, and withholds what else must be withheld
 * so that outsiders cannot rule it out. Moves are made one after another, each on the table that the last one left, until
 * the need is met or no move is left; a stubborn search tries much longer before it says so. The board's current table is the true one again afterwards.
 */
export function alternative(
  { board, search, library }: Workbench,
  target: number,
  sign: 1 | -1,
  need: number,
  isStubborn = false,
): Alternative {
  const moves: UsedMove[] = [];
  let reached = 0;
  while (reached < need) {
    let used = library.best(target, sign, need - reached);
    if (!used) {
      const move = cheapestMove(search, { target, sign, need: need - reached }, isStubborn);
      if (!move) break;
      for (const cell of move.cells) if (board.status[cell] === open) board.status[cell] = withheld;
      used = { move: library.add(move), times: move.times };
    }
    library.make(used);
    moves.push(used);
    reached += abs(used.times);
  }
  for (const { move, times } of moves) library.make({ move, times: -times });
  return { moves, reached };
}

/** The cheapest move there is for what it moves: one through withheld cells costs nothing and is taken at once. */
function cheapestMove(
  search: MoveSearch,
  wanted: Pick<Wanted, "target" | "sign" | "need">,
  isStubborn: boolean,
): Move | undefined {
  const first = (reach: Wanted["reach"], most: number) => search.first({ ...wanted, reach }, most);
  const bought = () =>
    search.each({ ...wanted, reach: "all" }, tries.all).sort((a, b) => a.price / a.times - b.price / b.times)[0];
  const found = first("withheld", tries.withheld) ?? bought() ?? first("totals", tries.totals);
  return found ?? (isStubborn ? (first("all", tries.stubborn) ?? first("totals", tries.stubborn)) : undefined);
}
