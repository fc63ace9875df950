import "./production.ts";

import type { AddressInfo } from "node:net";
import { serve as listen } from "@hono/node-server";
import type { Hono } from "hono";
import { portalApp, type Releases } from "./app.ts";
import { officeApp } from "./office/office-app.ts";
import type { OfficeOptions } from "./office/office-options.ts";
import { healthApp, type IsReady } from "./operations/health.ts";
import type { Metrics } from "./operations/metrics.ts";
import { metricsApp } from "./operations/metrics-app.ts";
import { type Fetch, type Observers, observed } from "./operations/observed.ts";

/** A server that listens, and how to stop it. */
export type Serving = Readonly<{ address: string; stop: () => Promise<void> }>;

/** Where to listen; a port of 0 takes a free one. */
export type ListenOptions = Readonly<{ port: number; host?: string }>;

/** What is served: the releases that the portal shows, the staff site where there is one, and who is told of it. */
export type Served = Readonly<{
  releases: Releases;
  office?: OfficeOptions;
  isReady?: IsReady;
  observers?: Observers;
  onFault?: (fault: unknown) => void;
}>;

/** Serves the public portal, and the office in the same server: the one door through which the command line starts it. */
export function serveEvenspan(it: Served, options: ListenOptions): Promise<Serving> {
  const { releases, office, onFault, isReady = async () => true, observers = {} } = it;
  const pages = portalApp({ releases, ...(onFault && { onFault }), ...(office && { office: officeApp(office) }) });
  const health = healthApp(isReady);
  const answer: Fetch<never> = (request, env) =>
    (/^[^/]+:\/\/[^/]+\/(health|ready)$/.test(request.url) ? health : pages).fetch(request, env);
  return serve({ fetch: observed(answer, observers) as Hono["fetch"] }, options);
}

/** Serves what the server counts of itself, on a port that only this machine reaches. */
export const serveMetrics = (metrics: Metrics, port: number): Promise<Serving> =>
  serve(metricsApp(metrics), { port, host: "127.0.0.1" });

/**
 * Serves an app over HTTP. Stopping takes no new connection, lets answers under way end, and closes idle connections at
 * once; what is still open after `graceMs` is cut.
 */
export function serve(
  app: Pick<Hono, "fetch">,
  { port, host = "127.0.0.1" }: ListenOptions,
  graceMs = 5000,
): Promise<Serving> {
  return new Promise((resolve, reject) => {
    const server = listen({ fetch: app.fetch, port, hostname: host }, ({ port: taken }: AddressInfo) =>
      resolve({ address: `http://${host.includes(":") ? `[${host}]` : host}:${taken}`, stop }),
    );
    server.once("error", reject);

    function stop(): Promise<void> {
      return new Promise((done) => {
        const cut = setTimeout(() => "closeAllConnections" in server && server.closeAllConnections(), graceMs);
        server.close(() => {
          clearTimeout(cut);
          done();
        });
        if ("closeIdleConnections" in server) server.closeIdleConnections();
      });
    }
  });
}
