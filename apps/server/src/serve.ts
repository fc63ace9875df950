import type { AddressInfo } from "node:net";
import { serve as listen } from "@hono/node-server";
import type { Hono } from "hono";
import { portalApp, type Releases } from "./app.ts";
import { officeApp } from "./office/office-app.ts";
import type { OfficeOptions } from "./office/office-options.ts";

/** A server that listens, and how to stop it. */
export type Serving = Readonly<{ address: string; stop: () => Promise<void> }>;

/** Where to listen; a port of 0 takes a free one. */
export type ListenOptions = Readonly<{ port: number; host?: string }>;

/** What is served: the releases that the portal shows, and the staff site where there is one. */
export type Served = Readonly<{ releases: Releases; office?: OfficeOptions }>;

/** Serves the public portal, and the office in the same server: the one door through which the command line starts it. */
export const serveEvenspan = ({ releases, office }: Served, options: ListenOptions): Promise<Serving> =>
  serve(portalApp({ releases, ...(office && { office: officeApp(office) }) }), options);

/** Serves the portal alone. */
export const servePortal = (releases: Releases, options: ListenOptions): Promise<Serving> =>
  serveEvenspan({ releases }, options);

/**
 * Serves an app over HTTP. Stopping takes no new connection, lets answers under way end, and closes idle connections at
 * once; what is still open after `graceMs` is cut.
 */
export function serve(app: Hono, { port, host = "127.0.0.1" }: ListenOptions, graceMs = 5000): Promise<Serving> {
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
