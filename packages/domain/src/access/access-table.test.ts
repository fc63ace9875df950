import { inTenant } from "@evenspan/database/tenant";
import { testDatabase } from "@evenspan/database/testing";
import { describe, expect, test } from "vitest";
import { keysOf } from "../kernel/actor.ts";
import { perform } from "../kernel/command.ts";
import { isRefusal } from "../kernel/refusal.ts";
import { type AnyCommand, everyCommand } from "./access-table.ts";
import { act, type Occasion } from "./act.ts";
import { everyHeld, holder, inputsFor, isAllowed } from "./testing/cells.ts";
import { type FilledTenant, filledTenants } from "./testing/filled-tenants.ts";
import { inputsByHand } from "./testing/inputs-by-hand.ts";
import { rowsFingerprint } from "./testing/rows-fingerprint.ts";

const database = await testDatabase();
const tenants = await filledTenants(database);
const before = await rowsFingerprint(database, tenants);
const [refusedCells, allowedCells] = [new Map<string, number>(), new Map<string, number>()];
const count = (cells: Map<string, number>, cell: string) => cells.set(cell, (cells.get(cell) ?? 0) + 1);

const occasion = ({ systemId }: FilledTenant, actor: Occasion["actor"]): Occasion => ({
  ...{ systemId, actor, now: new Date("2026-01-05T03:04:05Z"), from: { channel: "command line" } },
});

/**
 * Whether a command lets someone in: it ran. What it did is undone, and where the made-up rows are of no use to it, that is
 * no matter; that the database would not let the role do its work is one.
 */
async function isLetIn(it: AnyCommand, at: Occasion, input: unknown): Promise<boolean> {
  let ran = false;
  const run: AnyCommand["run"] = (context, given) => {
    ran = true;
    return it.run(context, given);
  };
  const as = { personId: at.actor.personId, keys: [...keysOf(at.actor), ...(it.extraKeys ?? [])] };
  await inTenant(database.app, at.systemId, (db) => perform({ ...it, run } as never, { ...at, db }, input), {
    ...{ as, undoWhen: () => true },
  }).catch((fault: Readonly<{ code?: string }>) => {
    if (!ran || fault.code === insufficientPrivilege) throw fault;
  });
  return ran;
}

/** What PostgreSQL says where a right or a policy is lacking. */
const insufficientPrivilege = "42501";

const isForbidden = (outcome: unknown) =>
  isRefusal(outcome) && outcome.refused === "forbidden" && outcome.code === "role";

test("there are three tenants, and two of them share every id", () => {
  const [amber, birch, cedar] = tenants;
  for (const table of ["facilities", "people", "partner_organizations", "records", "sessions"])
    expect({ ...birch!.row(table, 0), ...withoutMarks(amber!.row(table, 0)) }).toEqual(birch!.row(table, 0));
  expect(cedar!.facilityIds).not.toEqual(amber!.facilityIds);
  expect(birch!.personIds).toEqual(amber!.personIds);
});

const withoutMarks = (row: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(row).filter(([name, held]) => name !== "system_id" && !JSON.stringify(held).includes("amber")),
  );

test("every command has inputs to be tried with, which it takes", () => {
  for (const tenant of tenants)
    for (const it of everyCommand) {
      for (const { input } of inputsFor(it, tenant, inputsByHand))
        expect([it.name, it.input.safeParse(input).error]).toEqual([it.name, undefined]);
    }
});

describe.each(tenants)("in $mark", (tenant) => {
  test.each(everyCommand)("$name is open to whom the table says, and to nobody else", async (it) => {
    for (const { concerned, input } of inputsFor(it, tenant, inputsByHand))
      await Promise.all(
        everyHeld.map(async (held) => {
          const actor = holder(held, tenant);
          const cell = `${tenant.mark}: ${it.name} by ${actor.name}`;
          const scope = held ? it.access[held.role] : undefined;
          if (it.access.resident !== undefined || isAllowed(scope, held, concerned)) {
            count(allowedCells, cell);
            expect([cell, concerned, await isLetIn(it, occasion(tenant, actor), input)]).toEqual([
              cell,
              concerned,
              true,
            ]);
          } else {
            count(refusedCells, cell);
            const outcome = await act(database.app, it as never, occasion(tenant, actor), input);
            expect([cell, concerned, isForbidden(outcome)]).toEqual([cell, concerned, true]);
          }
        }),
      );
  });
});

test("each try that was refused is in the audit of its own tenant, once", async () => {
  for (const { systemId, mark } of tenants) {
    const entries = await inTenant(
      database.app,
      systemId,
      (db) => db.selectFrom("audit_entries").where("kind", "=", "refused").select(["name", "actor"]).execute(),
      { as: { personId: null, keys: ["audit"] } },
    );
    const written = new Map<string, number>();
    for (const { name, actor } of entries) count(written, `${mark}: ${name} by ${actor}`);
    const expected = [...refusedCells].filter(([cell]) => cell.startsWith(`${mark}:`));
    expect(Object.fromEntries(written)).toEqual(Object.fromEntries(expected));
  }
});

test("no try has changed a row of any tenant", async () => {
  expect(await rowsFingerprint(database, tenants)).toEqual(before);
});

test("hundreds of cells were tried, both ways", () => {
  const total = (cells: Map<string, number>) => [...cells.values()].reduce((sum, each) => sum + each, 0);
  console.log(`access table: ${total(allowedCells)} cells allowed, ${total(refusedCells)} refused`);
  expect(total(allowedCells)).toBeGreaterThan(300);
  expect(total(refusedCells)).toBeGreaterThan(300);
});
