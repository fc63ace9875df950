import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { siteOf } from "./route-label.ts";

/** What the server counts of itself, for Prometheus. */
export type Metrics = Readonly<{
  /** Counts one answered request. */
  answered: (address: string, method: string, status: number, seconds: number) => void;
  /** Everything in the text form of Prometheus, version 0.0.4. */
  text: () => Promise<string>;
  mediaType: string;
}>;

/** How many connections of a pool are used, are free, and are waited for. */
export type PoolCounts = Readonly<{ total: number; idle: number; waiting: number }>;

/** Known methods only: what a stranger makes up would be a new row in the counts for ever. */
const methods: ReadonlySet<string> = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** Counts requests by part of the site, method and status, how long they took, the process itself, and the pool of connections. */
export function serverMetrics(pool: () => PoolCounts): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Counter({
    name: "evenspan_http_requests_total",
    help: "Requests answered.",
    ...{ labelNames: ["site", "method", "status"] as const, registers },
  });
  const duration = new Histogram({
    name: "evenspan_http_request_seconds",
    help: "How long an answer took.",
    ...{ labelNames: ["site"] as const, registers, buckets: [0.001, 0.005, 0.015, 0.04, 0.15, 0.5, 2, 10] },
  });
  new Gauge({
    name: "evenspan_database_connections",
    help: "Connections of the server to its database.",
    ...{ labelNames: ["state"] as const, registers },
    collect() {
      const { total, idle, waiting } = pool();
      this.set({ state: "used" }, total - idle);
      this.set({ state: "idle" }, idle);
      this.set({ state: "waited for" }, waiting);
    },
  });
  return {
    answered: (address, method, status, seconds) => {
      const site = siteOf(address);
      requests.inc({ site, method: methods.has(method) ? method : "other", status: String(status) });
      duration.observe({ site }, seconds);
    },
    text: () => registry.metrics(),
    mediaType: registry.contentType,
  };
}
