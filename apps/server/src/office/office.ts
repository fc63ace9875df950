import { type KnownSystem, knownSystem } from "@evenspan/domain/access/known-system";
import type { Assets } from "../http/assets.ts";
import { readAssets } from "../http/assets.ts";
import { type FormTokens, formTokens } from "./forms/form-token.ts";
import type { RouteTable } from "./office-match.ts";
import type { OfficeOptions } from "./office-options.ts";

/** What stays between the requests to an office. Nothing of a person is among it. */
export type Office = Readonly<{
  options: OfficeOptions;
  tokens: FormTokens;
  assets: Assets;
  table: RouteTable;
  /** The system's name, asked of the database once a minute. */
  system: () => Promise<KnownSystem>;
}>;

/** Opens an office over its routes. */
export function openOffice(options: OfficeOptions, table: RouteTable): Office {
  let known: KnownSystem | null = null;
  let askedAt = Number.NEGATIVE_INFINITY;
  const system = async (): Promise<KnownSystem> => {
    const now = options.clock().getTime();
    if (known === null || now - askedAt > 60_000) {
      known = (await knownSystem(options.db, options.systemId)) ?? nameless;
      askedAt = now;
    }
    return known;
  };
  return { options, tokens: formTokens(options.officeKey), assets: readAssets(), table, system };
}

/** Stands for a system whose name cannot be asked, as where the database is down. */
export const nameless: KnownSystem = { slug: "evenspan", name: "Evenspan", demonstration: false, kind: "system" };
