import { DatabaseUnavailable } from "./unavailable.ts";

/**
 * The address of a PostgreSQL server, taken apart.
 *
 * @throws DatabaseUnavailable where it is not one.
 */
export function parseAddress(url: string): URL {
  // Without a host (a user at a local socket) it is an address for Postgres, but not for the URL standard.
  const whole = url.replace("@/", "@localhost/");
  const address = URL.canParse(whole) ? new URL(whole) : undefined;
  if (address?.protocol === "postgres:" || address?.protocol === "postgresql:") return address;
  throw new DatabaseUnavailable(
    "DATABASE_URL is not an address of a PostgreSQL server. It looks like postgresql://user:password@host:5432/database.",
  );
}

/**
 * An address in words, without its user and password.
 *
 * @example
 * addressInWords("postgresql://ann:secret@db.example:5432/health") // => "PostgreSQL database health on db.example"
 */
export function addressInWords(url: string): string {
  const { hostname, pathname, searchParams } = parseAddress(url);
  return `PostgreSQL database ${pathname.slice(1)} on ${searchParams.get("host") ?? (hostname || "this machine")}`;
}
