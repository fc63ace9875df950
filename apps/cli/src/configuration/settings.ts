/** What a setting may hold: a check that says, where it does not hold, what it should be. */
type Setting = Readonly<{ what: string; example: string; fault: (text: string) => string | null }>;

const fault = (holds: boolean, words: string): string | null => (holds ? null : words);

const addressOf = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null);

/** An address that ends after the port, as browsers write an origin. */
const originFault = (text: string): string | null => {
  const address = addressOf(text);
  const isOrigin = address !== null && /^https?:$/.test(address.protocol) && address.origin === text.replace(/\/$/, "");
  if (!isOrigin) return "should be an address such as https://equity.example.org, with nothing after the name";
  return fault(
    address.protocol === "https:" || isHere(address.hostname),
    "should begin with https, for people sign in there",
  );
};

const schemeFault = (schemes: readonly string[], example: string) => (text: string) =>
  fault(schemes.includes(addressOf(text)?.protocol ?? ""), `should be an address such as ${example}`);

const isHere = (hostname: string): boolean => ["", "localhost", "127.0.0.1", "[::1]"].includes(hostname);

/** Addresses of a scheme; without encryption, on this machine alone. */
const onlyHereFault = (schemes: readonly string[], example: string) => (text: string) =>
  schemeFault(schemes, example)(text) ??
  fault(
    text.startsWith("https:") || isHere(addressOf(text)!.hostname),
    "should be on this machine, for what goes there is not encrypted",
  );

/** A database elsewhere is reached encrypted, with its certificate checked. */
const databaseFault = (text: string): string | null => {
  const wrong = schemeFault(["postgres:", "postgresql:"], "postgres://user@host/database")(text);
  if (wrong !== null) return wrong;
  const { hostname, searchParams } = addressOf(text)!;
  const host = searchParams.get("host") ?? hostname;
  const isLocal = host.startsWith("/") || isHere(host);
  return fault(
    isLocal || searchParams.get("sslmode") === "verify-full",
    "should end with ?sslmode=verify-full, for the server is not on this machine",
  );
};

const port = (text: string) =>
  fault(/^\d{1,5}$/.test(text) && Number(text) <= 65_535, "should be a number from 0 to 65535");

const notEmpty = (text: string) => fault(text.trim() !== "", "should not be empty; leave it out instead");

/** Every setting of the program, by the name of its environment variable. The guide's table is made from these. */
export const settings = {
  DATABASE_URL: {
    what: "The PostgreSQL server to use in place of the embedded one.",
    example: "postgres://evenspan@localhost/evenspan",
    fault: databaseFault,
  },
  EVENSPAN_DATA: {
    what: "The folder of the embedded database and of the office's key.",
    example: ".data",
    fault: notEmpty,
  },
  EVENSPAN_SYSTEM: {
    what: "The short name of the system to work for, where there are several.",
    example: "rush",
    fault: (text) => fault(/^[a-z][a-z0-9-]{1,40}$/.test(text), "should be small letters, digits and dashes"),
  },
  EVENSPAN_NAME: { what: "Who acts on the command line, for the record.", example: "Ana Analyst", fault: notEmpty },
  EVENSPAN_ADDRESS: {
    what: "The public address, which stands in letters and which sign-in is bound to.",
    example: "https://equity.example.org",
    fault: originFault,
  },
  EVENSPAN_PROXIES: {
    what: "How many proxies of yours stand in front, so that the address of who signs in is known.",
    example: "1",
    fault: (text) => fault(/^[0-9]$/.test(text), "should be a number from 0 to 9"),
  },
  EVENSPAN_KEY_FILE: {
    what: "The file with the office's key, which opens sealed secrets; else office.key in the data folder.",
    example: "/etc/evenspan/office.key",
    fault: notEmpty,
  },
  EVENSPAN_SMTP: {
    what: "The mail server for letters; without it they wait.",
    example: "smtps://user:password@mail.example.org:465",
    fault: schemeFault(["smtp:", "smtps:"], "smtps://user:password@mail.example.org:465"),
  },
  EVENSPAN_MAIL_FROM: {
    what: "The address that letters come from.",
    example: "Office of Community Health Equity <equity@example.org>",
    fault: (text) =>
      fault(
        /^[^<>\r\n]*<?[^\s@<>]+@[^\s@<>]+>?$/.test(text),
        "should be a mail address, with a name before it or without",
      ),
  },
  EVENSPAN_CLAMD: {
    what: "The virus scanner (clamd) that looks at files before they are kept.",
    example: "tcp://127.0.0.1:3310",
    fault: onlyHereFault(["tcp:", "unix:"], "tcp://127.0.0.1:3310 or unix:///run/clamav/clamd.ctl"),
  },
  EVENSPAN_BREACHED_PASSWORDS: {
    what: "A file of SHA-1 hashes of known passwords, sorted, one a line (as Have I Been Pwned offers it).",
    example: "/var/lib/evenspan/pwned-passwords.txt",
    fault: notEmpty,
  },
  EVENSPAN_BACKUP_RECIPIENT: {
    what: "The key, or keys, that close backups.",
    example: "age1…",
    fault: (text) =>
      fault(
        text
          .split(/[\s,]+/)
          .filter(Boolean)
          .every((one) => /^age1[a-z0-9]{58}$/.test(one)),
        "should be keys that begin with age1, as `evenspan backup-key` makes them",
      ),
  },
  EVENSPAN_OPERATIONS_PORT: {
    what: "A port on this machine alone for metrics (/metrics), in Prometheus's form; without it there are none.",
    example: "9464",
    fault: port,
  },
  EVENSPAN_LOG: {
    what: "How much is logged.",
    example: "info",
    fault: (text) => fault(["silent", "error", "warn", "info"].includes(text), "should be silent, error, warn or info"),
  },
  EVENSPAN_TRACES: {
    what: "Where OpenTelemetry traces go, by OTLP over HTTP; without it there are none.",
    example: "http://127.0.0.1:4318/v1/traces",
    fault: onlyHereFault(["http:", "https:"], "http://127.0.0.1:4318/v1/traces"),
  },
  HOST: { what: "The address to listen on.", example: "127.0.0.1", fault: notEmpty },
  PORT: { what: "The port to listen on.", example: "8080", fault: port },
} as const satisfies Readonly<Record<string, Setting>>;

/** The name of a setting. */
export type SettingName = keyof typeof settings;
