import { Hono } from "hono";
import type { Metrics } from "./metrics.ts";

/** `/metrics`, for a port of its own that only the machine itself can reach. */
export function metricsApp(metrics: Metrics): Hono {
  const app = new Hono();
  app.get(
    "/metrics",
    async () => new Response(await metrics.text(), { headers: { "content-type": metrics.mediaType } }),
  );
  return app;
}
