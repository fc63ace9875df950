import { type Serving, serveMetrics } from "../serve.ts";
import { faultForLog, type LogLevel, serverLog } from "./log.ts";
import { type PoolCounts, serverMetrics } from "./metrics.ts";
import type { Observers } from "./observed.ts";
import { openTraces } from "./traces.ts";

/** What is to be told of the server's work: how much is logged, and where metrics and traces go, if anywhere. */
export type ObservingOptions = Readonly<{
  level: LogLevel;
  metricsPort: number | null;
  tracesAddress: string | null;
  pool: () => PoolCounts;
}>;

/** Who is told of what the server does, and how that ends. */
export type Observing = Readonly<{
  observers: Observers;
  onFault: (fault: unknown, requestId?: string) => void;
  end: () => Promise<void>;
}>;

/** Opens the log, and the metrics and traces where they are asked for. */
export async function openObserving({ level, metricsPort, tracesAddress, pool }: ObservingOptions): Promise<Observing> {
  const log = serverLog(level);
  const metrics = metricsPort === null ? undefined : serverMetrics(pool);
  const counting: Serving | undefined = metrics && (await serveMetrics(metrics, metricsPort!));
  const traces = tracesAddress === null ? undefined : await openTraces(tracesAddress);
  return {
    observers: { log, ...(metrics && { metrics }), ...(traces && { tracer: traces.tracer }) },
    onFault: (fault, requestId) => log.error({ ...faultForLog(fault), ...(requestId && { requestId }) }, "fault"),
    end: async () => {
      await counting?.stop();
      await traces?.end();
    },
  };
}
