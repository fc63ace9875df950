import { type DestinationStream, type Logger, pino } from "pino";

/** How much is logged. */
export type LogLevel = "silent" | "error" | "warn" | "info";

/**
 * A log of lines of JSON, on standard output. It tells what the server did, never about whom: no names, no mail addresses,
 * no addresses of visitors, nothing that was typed.
 */
export const serverLog = (level: LogLevel, to?: DestinationStream): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    to,
  );

/** A fault as the log may tell it: its kind, code and where in the code, not its message, which may hold what was typed. */
export function faultForLog(fault: unknown): Readonly<Record<string, unknown>> {
  if (!(fault instanceof Error)) return { fault: typeof fault };
  const { code } = fault as Error & { code?: unknown };
  const places = (fault.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    fault: fault.name,
    ...(typeof code === "string" && { code }),
    at: places.slice(0, 6).map((line) => line.trim()),
  };
}
