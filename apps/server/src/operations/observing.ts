import type { OpenDatabase } from "@evenspan/database/pools";
import { faultForLog, type LogLevel, serverLog } from "@evenspan/server/operations/log";
import { type Metrics, serverMetrics } from "@evenspan/server/operations/metrics";
import type { Observers } from "@evenspan/server/operations/observed";
import { openTraces } from "@evenspan/server/operations/traces";
import { type Serving, serveMetrics } from "@evenspan/server/serve";

/** Who is told of what the server does, and how that ends. */
export type Observing = Readonly<{
  observers: Observers;
  onFault: (fault: unknown, requestId?: string) => void;
  end: () => Promise<void>;
}>;

/** Opens the log, and the metrics and traces where the settings ask for them. */
export async function observing(db: OpenDatabase, level: LogLevel): Promise<Observing> {
  const { EVENSPAN_LOG, EVENSPAN_OPERATIONS_PORT, EVENSPAN_TRACES } = process.env;
  const log = serverLog((EVENSPAN_LOG as LogLevel | undefined) ?? level);
  const metrics = EVENSPAN_OPERATIONS_PORT === undefined ? undefined : poolMetrics(db);
  const counting: Serving | undefined = metrics && (await serveMetrics(metrics, Number(EVENSPAN_OPERATIONS_PORT)));
  const traces = EVENSPAN_TRACES === undefined ? undefined : await openTraces(EVENSPAN_TRACES);
  return {
    observers: { log, ...(metrics && { metrics }), ...(traces && { tracer: traces.tracer }) },
    onFault: (fault, requestId) => log.error({ ...faultForLog(fault), ...(requestId && { requestId }) }, "fault"),
    end: async () => {
      await counting?.stop();
      await traces?.end();
    },
  };
}

const poolMetrics = ({ pools }: OpenDatabase): Metrics =>
  serverMetrics(() => ({
    total: pools.app.totalCount + pools.reader.totalCount,
    idle: pools.app.idleCount + pools.reader.idleCount,
    waiting: pools.app.waitingCount + pools.reader.waitingCount,
  }));
