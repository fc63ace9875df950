import { connect } from "node:net";
import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Serving, serve } from "./serve.ts";
import { inventedPortal } from "./testing/invented-portal.ts";

/** Sends bytes as they are and gives what comes back until the connection ends. */
function raw(address: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    let answer = "";
    socket.on("data", (chunk) => {
      answer += chunk;
    });
    socket.on("end", () => resolve(answer));
    socket.on("error", reject);
    socket.setTimeout(5000, () => socket.destroy(new Error("nothing came")));
  });
}

describe("a served portal", () => {
  let serving: Serving;
  beforeAll(async () => {
    serving = await serve(inventedPortal(), { port: 0 });
  });
  afterAll(() => serving.stop());

  test("answers over HTTP with the whole page and its length", async () => {
    const answer = await fetch(`${serving.address}/en`, { headers: { "accept-encoding": "identity" } });
    const body = await answer.arrayBuffer();
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-length")).toBe(String(body.byteLength));
  });

  test("answers HEAD without a body", async () => {
    const answer = await raw(serving.address, "HEAD /en HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer.split("\r\n\r\n")[1]).toBe("");
  });

  test.each([
    ["a host that is none", "GET /en HTTP/1.1\r\nHost: a b<>\r\nConnection: close\r\n\r\n", 400],
    ["no host", "GET /en HTTP/1.1\r\nConnection: close\r\n\r\n", 400],
    ["noise", "\u0001\u0002\r\n\r\n", 400],
    ["a header of 100 KB", `GET /en HTTP/1.1\r\nHost: x\r\nA: ${"a".repeat(100_000)}\r\n\r\n`, 431],
    [
      "two lengths",
      "POST /en HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\nConnection: close\r\n\r\n",
      400,
    ],
    ["a path out of the site", "GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 404],
    [
      "a whole address of another site",
      "GET http://other.example/en HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
      200,
    ],
  ])("%s is answered with a status and no trace", async (_, bytes, status) => {
    const answer = await raw(serving.address, bytes);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer).not.toMatch(/node_modules|at .*\(.*:\d+:\d+\)/);
  });
});

test("stopping lets an answer under way end, and ends idle connections", async () => {
  const app = new Hono().get("/slow", async (c) => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    return c.text("done");
  });
  const serving = await serve(app, { port: 0 });
  const answer = fetch(`${serving.address}/slow`).then((it) => it.text());
  await new Promise((resolve) => setTimeout(resolve, 50));
  await serving.stop();
  expect(await answer).toBe("done");
  await expect(fetch(`${serving.address}/slow`)).rejects.toThrow();
});

test("stopping cuts what is still open after the time of grace", async () => {
  const app = new Hono().get("/never", () => new Promise<Response>(() => {}));
  const serving = await serve(app, { port: 0 }, 100);
  const answer = fetch(`${serving.address}/never`);
  const cut = expect(answer).rejects.toThrow();
  await new Promise((resolve) => setTimeout(resolve, 50));
  await serving.stop();
  await cut;
});

test("a port that is taken is told, not waited for", async () => {
  const first = await serve(new Hono(), { port: 0 });
  const port = Number(new URL(first.address).port);
  await expect(serve(new Hono(), { port })).rejects.toThrow("EADDRINUSE");
  await first.stop();
});
