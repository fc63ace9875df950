import type { Database } from "@evenspan/database/schema";
import type { Kysely } from "kysely";
import type { MailTransport } from "../mail/mail-transport.ts";
import { sendLetters } from "../mail/send-letters.ts";
import { writeDigests } from "../mail/write-digests.ts";
import { dailyWork } from "./daily-work.ts";
import { jobKinds } from "./job-kinds.ts";
import { runNextJob } from "./run-next-job.ts";

/** What works in the background of an office. */
export type WorkOptions = Readonly<{
  db: Kysely<Database>;
  systemId: string;
  site: string;
  clock: () => Date;
  /** Without one, letters wait. */
  transport: MailTransport | null;
  onFault: (fault: unknown) => void;
  /** How long it rests between two looks. */
  restMs?: number;
}>;

/** The hour of the day, in Chicago, from which the day's digests are written. */
const digestHour = 7;

/** Does what waits, again and again: long work, letters, digests; and once a day what keeps the office in order. Stopping lets what is in hand end. */
export function startWork({ restMs = 1000, ...work }: WorkOptions): Readonly<{ stop: () => Promise<void> }> {
  const state: { isStopping: boolean; digestsOf: string; dailyOf: string; wake: () => void } = {
    ...{ isStopping: false, digestsOf: "", dailyOf: "", wake: () => {} },
  };
  const working = (async () => {
    while (!state.isStopping) {
      await round(work, state).catch(work.onFault);
      if (!state.isStopping)
        await new Promise<void>((rested) => {
          const timer = setTimeout(rested, restMs);
          state.wake = () => {
            clearTimeout(timer);
            rested();
          };
        });
    }
  })();
  return {
    stop: () => {
      state.isStopping = true;
      state.wake();
      return working;
    },
  };
}

async function round(
  { db, systemId, site, clock, transport }: Omit<WorkOptions, "restMs">,
  state: { isStopping: boolean; digestsOf: string; dailyOf: string },
): Promise<void> {
  while (!state.isStopping && (await runNextJob(db, systemId, { kinds: jobKinds, clock })) !== null);
  if (state.isStopping) return;
  const { day, hour } = chicagoTime(clock());
  if (state.dailyOf !== day) {
    state.dailyOf = day; // before it is done: what fails is told once, and tried again tomorrow
    await dailyWork(db, systemId, clock());
  }
  if (!transport) return;
  await writeDigests(db, systemId, hour >= digestHour && state.digestsOf !== day ? "daily" : "at-once", clock());
  if (hour >= digestHour) state.digestsOf = day;
  await sendLetters(db, systemId, { transport, site, now: clock() });
}

/** The day and the hour that clocks in Chicago show. */
function chicagoTime(now: Date): Readonly<{ day: string; hour: number }> {
  const parts = new Intl.DateTimeFormat("en-CA", {
    ...({ timeZone: "America/Chicago", hourCycle: "h23" } as const),
    ...({ year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit" } as const),
  }).formatToParts(now);
  const part = (type: string) => parts.find((one) => one.type === type)!.value;
  return { day: `${part("year")}-${part("month")}-${part("day")}`, hour: Number(part("hour")) };
}
