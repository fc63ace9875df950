import { randomUUID } from "node:crypto";
import { SpanKind, SpanStatusCode, type Tracer } from "@opentelemetry/api";
import type { Logger } from "pino";
import type { Metrics } from "./metrics.ts";
import { routeLabel } from "./route-label.ts";

/** Who is told of each request; what is absent is not told. */
export type Observers = Readonly<{ log?: Logger; metrics?: Metrics; tracer?: Tracer }>;

/** Something that answers requests, as servers take it. */
export type Fetch<E> = (request: Request, env: E) => Response | Promise<Response>;

/**
 * The same answers, with each told to the log, the metrics and the traces. The id of a request is the one that the answer
 * carries, so that what a person reads on a page is found in the log.
 */
export function observed<E>(answer: Fetch<E>, { log, metrics, tracer }: Observers): Fetch<E> {
  if (!log && !metrics && !tracer) return answer;
  return async (request, env) => {
    const begun = performance.now();
    const address = request.url.slice(request.url.indexOf("/", request.url.indexOf("//") + 2));
    const route = routeLabel(address);
    const span = tracer?.startSpan(`${request.method} ${route}`, {
      kind: SpanKind.SERVER,
      attributes: { "http.request.method": request.method, "http.route": route },
    });
    const response = await answer(request, env);
    const seconds = (performance.now() - begun) / 1000;
    const requestId = response.headers.get("x-request-id") ?? randomUUID();
    metrics?.answered(address, request.method, response.status, seconds);
    log?.info(
      { requestId, method: request.method, route, status: response.status, ms: Math.round(seconds * 1e4) / 10 },
      "request",
    );
    span?.setAttributes({ "http.response.status_code": response.status, "evenspan.request_id": requestId });
    if (response.status >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
    return response;
  };
}
