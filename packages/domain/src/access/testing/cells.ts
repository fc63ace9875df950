import type { Scope } from "../../kernel/access.rules.ts";
import type { Actor, Grant } from "../../kernel/actor.ts";
import { type Role, roles, staffRoles } from "../../kernel/roles.ts";
import type { AnyCommand } from "../access-table.ts";
import type { FilledTenant } from "./filled-tenants.ts";
import { sampleInput } from "./sample-input.ts";

/** Where a role is held, or what a matter concerns. */
export type Part = "system" | "facility 0" | "facility 1" | "partner 0" | "partner 1";

/** What an input concerns: a part of the system, a person, or whoever asks. */
export type Concerned = Part | "self" | "another person" | "asker";

/** A role, and where it is held; null for someone without any. */
export type Held = Readonly<{ role: Role; at: Part }> | null;

/** Every way to hold a role that there can be. */
export const everyHeld: readonly Held[] = [
  null,
  { role: "administrator", at: "system" },
  ...roles
    .filter((role) => (staffRoles.has(role) && role !== "administrator") || role === "volunteer")
    .flatMap((role) => (["system", "facility 0", "facility 1"] as const).map((at) => ({ role, at }))),
  { role: "partner", at: "partner 0" },
  { role: "partner", at: "partner 1" },
];

/** Who holds a role so in a tenant: always the person numbered 0 there, under a name that tells the role. */
export function holder(held: Held, { facilityIds, partnerIds, personIds }: FilledTenant): Actor {
  if (!held) return { name: "no role", personId: personIds[0], grants: [] };
  const nth = held.at.endsWith("1") ? 1 : 0;
  const grant: Grant = {
    role: held.role,
    ...(held.at.startsWith("facility") && { facilityId: facilityIds[nth] }),
    ...(held.at.startsWith("partner") && { partnerId: partnerIds[nth] }),
  };
  return { name: `${held.role}, ${held.at}`, personId: personIds[0], grants: [grant] };
}

/** The rule in a table of its own, so that it is not what it tries: whether the cell lets this holder at what is concerned. */
export function isAllowed(scope: Scope | undefined, held: Held, concerned: Concerned): boolean {
  if (!held || scope === undefined) return false;
  switch (scope) {
    case "system":
      return held.at === "system";
    case "facility":
      return (
        held.at === "system" || (held.at.startsWith("facility") && (concerned === held.at || concerned === "asker"))
      );
    case "partner":
      return held.at.startsWith("partner") && (concerned === held.at || concerned === "asker");
    case "own":
      return concerned === "self" || concerned === "asker";
  }
}

/** An input, and what it concerns. */
export type Tried = Readonly<{ concerned: Concerned; input: unknown }>;

/**
 * The inputs with which a command is tried in a tenant.
 *
 * @throws Error where somebody has to think of one
 */
export function inputsFor(it: AnyCommand, tenant: FilledTenant, byHand: InputsByHand): readonly Tried[] {
  const given = byHand[it.name]?.(tenant);
  if (given) return given;
  const input = sampleInput(it.input);
  if (input === undefined) throw new Error(`${it.name} needs an input that is thought of: add one to inputsByHand`);
  if (!it.concerns) return [{ concerned: "system", input }];
  // What does not look at the input can concern only who asks.
  if (it.concerns.length < 2) return [{ concerned: "asker", input }];
  throw new Error(`${it.name} concerns what its input names: add to inputsByHand an input for each kind of it`);
}

/** Inputs that were thought of, by the name of the command. */
export type InputsByHand = Readonly<Record<string, (tenant: FilledTenant) => readonly Tried[]>>;
