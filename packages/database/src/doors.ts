import type { PoolConfig } from "pg";
import { parseAddress } from "./address.ts";
import { type RoleName, roles } from "./roles.ts";

/** The database's name in the embedded server. */
export const embeddedName = "evenspan";

/** How to connect as a role, or (without one) as the user who prepares the roles. */
export type Door = (role?: RoleName) => PoolConfig;

/** Connections through the embedded server's socket: each role signs in as itself. */
export const embeddedDoor =
  (host: string, database = embeddedName): Door =>
  (role) => ({ host, database, user: role ? roles[role] : "postgres", options: sessionOptions(role) });

/** Connections to a server by its address: the address's user signs in and becomes the role. */
export const serverDoor =
  (url: string): Door =>
  (role) => {
    const address = parseAddress(url);
    const become = role ? `-c role=${roles[role]} ` : "";
    const given = address.searchParams.get("options");
    address.searchParams.set("options", `${given ? `${given} ` : ""}${become}${sessionOptions(role)}`);
    return { connectionString: address.href };
  };

/** The same clock and spelling on every server, whatever its own configuration says. */
const sessionOptions = (role?: RoleName): string =>
  `-c timezone=UTC -c datestyle=ISO -c intervalstyle=iso_8601${role === "reader" ? " -c default_transaction_read_only=on" : ""}`;
