import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Writable } from "node:stream";
import fc from "fast-check";
import { expect, test } from "vitest";
import { healthApp } from "./health.ts";
import { faultForLog, serverLog } from "./log.ts";
import { serverMetrics } from "./metrics.ts";
import { metricsApp } from "./metrics-app.ts";
import { observed } from "./observed.ts";
import { routeLabel, siteOf } from "./route-label.ts";
import { openTraces } from "./traces.ts";

const token = "mX4kZ0p9Q2rT7vB1nC5wY8dL3jH6fS0aG2eU4iO9xK1";

test.each([
  [`/en/office/invitation/${token}`, "/en/office/invitation/:id"],
  ["/en/search?q=my+name", "/en/search"],
  ["/es/office/people/ana@rush.edu", "/es/office/people/:id"],
  ["/en/r/12/areas/west-garfield-park", "/en/r/12/areas/west-garfield-park"],
  ["/sign-in/saml/rush?SAMLResponse=secret", "/sign-in/saml/rush"],
  ["/", "/"],
])("%s is logged as %s", (address, label) => {
  expect(routeLabel(address)).toBe(label);
});

test("whatever is asked for, the log's address is short and holds nothing odd", () => {
  fc.assert(
    fc.property(fc.webPath(), fc.string(), (path, more) => {
      expect(routeLabel(`${path}/${more}`)).toMatch(/^[a-z0-9/:-]{0,330}$/);
    }),
  );
});

test("the parts of the site are told apart", () => {
  const sites = ["/en/office", "/es/areas", "/sign-in/oidc/x", "/assets/a.css", "/files/1/a", "/ready", "/odd"].map(
    siteOf,
  );
  expect(sites).toEqual(["office", "portal", "sign-in", "assets", "files", "health", "portal"]);
});

const lines: string[] = [];
const log = serverLog(
  "info",
  new Writable({ write: (chunk, _, done) => done(void lines.push(String(chunk)) as undefined) }),
);

test("a request is a line of JSON with its id, and nothing of who asked or what was typed", async () => {
  const answer = observed(() => new Response("x", { status: 404, headers: { "x-request-id": "abc" } }), { log });
  await answer(new Request("http://h/en/office/people/ana@rush.edu?q=Ana", { headers: { cookie: token } }), {});
  const line = JSON.parse(lines.at(-1)!) as Record<string, unknown>;
  expect(Object.keys(line).sort()).toEqual(["level", "method", "ms", "msg", "requestId", "route", "status", "time"]);
  expect(line).toMatchObject({
    level: "info",
    requestId: "abc",
    method: "GET",
    route: "/en/office/people/:id",
    status: 404,
  });
  expect(lines.at(-1)).not.toMatch(/ana|mX4k/i);
});

test("a fault is logged by its kind and place, without its words", () => {
  const told = faultForLog(Object.assign(new TypeError("duplicate key (email)=(ana@rush.edu)"), { code: "23505" }));
  expect(told).toMatchObject({ fault: "TypeError", code: "23505" });
  expect(JSON.stringify(told)).not.toContain("ana@rush.edu");
  expect(faultForLog("ana")).toEqual({ fault: "string" });
});

test("requests are counted by part of the site, and made-up methods are one row", async () => {
  const metrics = serverMetrics(() => ({ total: 5, idle: 3, waiting: 1 }));
  const answer = observed(() => new Response("x"), { metrics });
  for (const [method, address] of [
    ["GET", "/en"],
    ["GET", "/es/areas"],
    ["BREW", "/en"],
    ["POST", "/en/office/sign-in"],
  ] as const)
    await answer(new Request(`http://h${address}`, { method }), {});
  const text = await (await metricsApp(metrics).request("/metrics")).text();
  expect(text).toContain('evenspan_http_requests_total{site="portal",method="GET",status="200"} 2');
  expect(text).toContain('evenspan_http_requests_total{site="portal",method="other",status="200"} 1');
  expect(text).toContain('evenspan_http_request_seconds_count{site="office"} 1');
  expect(text).toContain('evenspan_database_connections{state="used"} 2');
});

test("alive is not ready: a database that is away, slow or silent makes 503", async () => {
  for (const [isReady, status] of [
    [async () => true, 200],
    [async () => false, 503],
    [() => Promise.reject(new Error("away")), 503],
    [() => new Promise<boolean>(() => {}), 503],
  ] as const) {
    const app = healthApp(isReady);
    expect((await app.request("/ready")).status).toBe(status);
    expect(await (await app.request("/health")).json()).toEqual({ status: "alive" });
  }
});

test("traces reach a collector, one span a request", async () => {
  const received: string[] = [];
  const collector = createServer((request, response) => {
    request.on("data", (chunk) => received.push(String(chunk)));
    request.on("end", () => response.end("{}"));
  });
  await new Promise<void>((done) => collector.listen(0, "127.0.0.1", done));
  const { port } = collector.address() as AddressInfo;
  const { tracer, end } = await openTraces(`http://127.0.0.1:${port}/v1/traces`);
  const answer = observed(() => new Response("x", { status: 503 }), { tracer });
  await answer(new Request("http://h/en/areas?q=secret"), {});
  await end();
  await new Promise((done) => collector.close(done));
  expect(received.join("")).toContain("GET /en/areas");
  expect(received.join("")).not.toContain("secret");
});
