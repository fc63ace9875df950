import { DatabaseUnavailable } from "@evenspan/database/unavailable";
import { type Refusal, refuse } from "@evenspan/domain/kernel/refusal";

/**
 * What a person can do about a fault of the machine: a port that is taken, a database that is not there, a full disk.
 * Null where it is none of these: then it is a bug, and its stack is shown.
 */
export function brokenMachine(fault: unknown): Refusal | null {
  if (!(fault instanceof Error)) return null;
  if (fault instanceof DatabaseUnavailable) return refuse("unavailable", "database", fault.message);
  const { code, syscall, port, address } = fault as Fault;
  if (syscall === "listen" && code !== undefined) {
    const why = cannotListen[code];
    return why ? refuse("unavailable", "port", why(port ?? "", address ?? "")) : null;
  }
  const message = code === undefined ? undefined : (outOf[code] ?? (/^53...$/.test(code) ? resources : undefined));
  return message === undefined ? null : refuse("unavailable", "resources", message);
}

type Fault = Error & Partial<Readonly<{ code: string; syscall: string; port: number; address: string }>>;

const cannotListen: Readonly<Record<string, (port: number | string, address: string) => string>> = {
  EADDRINUSE: (port) => `Port ${port} is in use; choose another with PORT or --port.`,
  EACCES: (port) => `Port ${port} may not be used by this user; choose another with PORT or --port.`,
  EADDRNOTAVAIL: (_, address) => `This machine has no address ${address}; choose another with HOST or --host.`,
};

const resources = "The database has run out of something that it needs; nothing of this was stored. Try again later.";

/** By the codes of Node and of PostgreSQL's class 53, insufficient resources (its manual, appendix A). */
const outOf: Readonly<Record<string, string>> = {
  ENOSPC: "The disk is full; nothing of this was stored. Make room and try again.",
  "53100": "The disk of the database is full; nothing of this was stored. Make room and try again.",
  "53200": "The database has no memory left; nothing of this was stored. Free some and try again.",
  "53300": "The database has no connection free; nothing of this was stored. Try again in a moment.",
};
