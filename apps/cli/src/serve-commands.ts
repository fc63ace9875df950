import type { OpenDatabase } from "@evenspan/database/pools";
import { inTenant } from "@evenspan/database/tenant";
import { startWork } from "@evenspan/domain/jobs/start-work";
import { isRefusal, type Outcome } from "@evenspan/domain/kernel/refusal";
import { type MailTransport, smtpTransport } from "@evenspan/domain/mail/mail-transport";
import { clamdScan } from "@evenspan/domain/record-files/scan-file";
import { publishedRelease } from "@evenspan/domain/releases/open-release";
import { releaseShelf } from "@evenspan/domain/releases/release-shelf";
import { breachedPasswordsIn } from "@evenspan/domain/sign-in/passwords/breached-passwords-in";
import { type ObservingOptions, openObserving } from "@evenspan/server/operations/observing";
import { serveEvenspan } from "@evenspan/server/serve";
import { type Command, InvalidArgumentError, Option } from "commander";
import { publishDemonstration } from "../../../demo/publish.ts";
import { seedDemonstration } from "../../../demo/seed.ts";
import { configurationRefusal } from "./configuration/check-configuration.ts";
import { freePort } from "./free-port.ts";
import { officeKey } from "./office-key-file.ts";
import { chosenSystem, type GlobalOptions, openMigrated } from "./session.ts";
import { tell } from "./tell.ts";

type ServeOptions = Readonly<{ port: number; host: string }>;

/** `evenspan start` (the demonstration, made where it is not there yet) and `evenspan serve` (what is there). */
export function serveCommands(program: Command): void {
  const commands: readonly (readonly [string, string, Prepare, ObservingOptions["level"]])[] = [
    ["start", "make the demonstration where it is not there yet, and serve it", startDemonstration, "warn"],
    ["serve", "serve the public pages of what is published, and the office", chosenSystem, "info"],
  ];
  for (const [name, description, prepare, level] of commands)
    program
      .command(name)
      .description(description)
      .addOption(new Option("--port <port>", "0 takes any that is free").env("PORT").default(8080).argParser(port))
      .addOption(new Option("--host <address>", "the address to listen on").env("HOST").default("127.0.0.1"))
      .action((options: ServeOptions) => run(program.opts<GlobalOptions>(), options, prepare, level));
}

type Prepare = (db: OpenDatabase, options: GlobalOptions) => Promise<Outcome<string>>;

/** Opens, prepares, serves, and at SIGINT or SIGTERM finishes what is in hand before it ends. */
async function run(
  global: GlobalOptions,
  { port, host }: ServeOptions,
  prepare: Prepare,
  level: ObservingOptions["level"],
): Promise<void> {
  const mistakes = configurationRefusal(process.env);
  if (mistakes) return tell(mistakes, () => []);
  const db = await openMigrated(global);
  const systemId = await prepare(db, global);
  if (isRefusal(systemId)) {
    tell(systemId, () => []);
    await db.close();
    return;
  }
  const { observers, onFault, end } = await openObserving(observingOptions(db, level));
  const taken = port === 0 ? await freePort(host) : port;
  const ready = { stopping: false };
  const server = await serveEvenspan(
    {
      releases: releaseShelf(db.reader, systemId, { freshForMs: 1000, clock: Date.now }),
      office: { ...officeOptions(global, db, systemId, taken), onFault },
      isReady: async () => !ready.stopping && (await answers(db)),
      ...{ observers, onFault },
    },
    { port: taken, host },
  ).catch(async (fault) => {
    await end();
    await db.close();
    throw fault;
  });
  const work = startWork({ ...officeOptions(global, db, systemId, taken), transport: mailTransport(), onFault });
  console.log(`Evenspan serves at ${server.address}  (${db.description})`);
  const stop = async (): Promise<void> => {
    ready.stopping = true;
    await server.stop();
    await work.stop();
    await end();
    await db.close();
    process.exit(0);
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

/** The office at the public address; without one, at this machine's own, where http will do. */
const officeOptions = (global: GlobalOptions, db: OpenDatabase, systemId: string, port: number) => ({
  ...{ db: db.app, systemId, officeKey: officeKey(global), clock: () => new Date() },
  site: process.env.EVENSPAN_ADDRESS?.replace(/\/$/, "") ?? `http://localhost:${port}`,
  proxies: Number(process.env.EVENSPAN_PROXIES ?? 0),
  ...(process.env.EVENSPAN_CLAMD && { scanFile: clamdScan(process.env.EVENSPAN_CLAMD) }),
  ...(process.env.EVENSPAN_BREACHED_PASSWORDS && {
    breachedPasswords: breachedPasswordsIn(process.env.EVENSPAN_BREACHED_PASSWORDS),
  }),
});

/** By the mail server of the settings; without one, letters wait. */
function mailTransport(): MailTransport | null {
  const { EVENSPAN_SMTP, EVENSPAN_MAIL_FROM } = process.env;
  return EVENSPAN_SMTP && EVENSPAN_MAIL_FROM ? smtpTransport(EVENSPAN_SMTP, EVENSPAN_MAIL_FROM) : null;
}

const observingOptions = ({ pools: { app, reader } }: OpenDatabase, level: ObservingOptions["level"]) => ({
  level: (process.env.EVENSPAN_LOG as ObservingOptions["level"] | undefined) ?? level,
  metricsPort: process.env.EVENSPAN_OPERATIONS_PORT === undefined ? null : Number(process.env.EVENSPAN_OPERATIONS_PORT),
  tracesAddress: process.env.EVENSPAN_TRACES ?? null,
  pool: () => ({
    total: app.totalCount + reader.totalCount,
    idle: app.idleCount + reader.idleCount,
    waiting: app.waitingCount + reader.waitingCount,
  }),
});

const answers = (db: OpenDatabase): Promise<boolean> =>
  Promise.all([db.pools.app.query("select 1"), db.pools.reader.query("select 1")]).then(() => true);

/** Seeds and publishes, unless that is done: then the start costs one query. */
async function startDemonstration(db: OpenDatabase, options: GlobalOptions): Promise<Outcome<string>> {
  const there = await chosenSystem(db, options);
  if (!isRefusal(there) && (await inTenant(db.reader, there, (trx) => publishedRelease(trx, there)))) return there;
  console.log("Making the demonstration…");
  const now = new Date();
  const seeded = await seedDemonstration({ db: db.app, now });
  if (isRefusal(seeded)) return seeded;
  const published = await publishDemonstration({ db: db.app, systemId: seeded.systemId, now });
  return isRefusal(published) ? published : seeded.systemId;
}

function port(text: string): number {
  const number = Number(text);
  if (!/^\d{1,5}$/.test(text) || number > 65_535) throw new InvalidArgumentError("A port is a number from 0 to 65535.");
  return number;
}
