import { Hono } from "hono";
import { securityHeaders } from "../http/security-headers.ts";

/** Whether everything that an answer needs is there; rejects or gives false where it is not. */
export type IsReady = () => Promise<boolean>;

const headers = {
  ...securityHeaders,
  "cache-control": "no-store",
  "content-type": "application/json; charset=utf-8",
} as const;

/** `/health`: the process answers. `/ready`: it can also do its work; 503 where the database does not answer within a second, or it is stopping. */
export function healthApp(isReady: IsReady): Hono {
  const app = new Hono();
  app.get("/health", () => new Response('{"status":"alive"}', { headers }));
  app.get("/ready", async () => {
    const ready = await within(1000, isReady()).catch(() => false);
    const status = ready ? "ready" : "not ready";
    return new Response(JSON.stringify({ status }), { status: ready ? 200 : 503, headers });
  });
  return app;
}

function within(ms: number, question: Promise<boolean>): Promise<boolean> {
  let late: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    late = setTimeout(() => resolve(false), ms);
  });
  return Promise.race([question, tooLate]).finally(() => clearTimeout(late));
}
