import { readFileSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Downloaded } from "../download/download.ts";
import { isRefusal, type Outcome } from "../kernel/refusal.ts";
import { chicagoLifeExpectancy } from "./chicago-life-expectancy.source.ts";
import { chicagoPopulation } from "./chicago-population.source.ts";
import { deathsSource } from "./deaths.source.ts";
import { fetchSource, isOffline } from "./fetch-source.ts";
import { sources } from "./sources.ts";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let baseUrl: string;
let answers: Answer[];
let requests: IncomingMessage[];
let waits: number[];

beforeEach(async () => {
  [answers, requests, waits] = [[], [], []];
  server = createServer((request, response) => {
    requests.push(request);
    (answers.length > 1 ? answers.shift()! : answers[0]!)(request, response);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

const status =
  (code: number, headers: Record<string, string> = {}, body = ""): Answer =>
  (_, response) =>
    response.writeHead(code, headers).end(body);

const wait = async (ms: number): Promise<void> => void waits.push(ms);
const get = (options: object = {}): Promise<Outcome<Downloaded>> =>
  fetchSource(chicagoLifeExpectancy, { baseUrl, wait, ...options });

const leftOver = async (): Promise<string[]> =>
  (await readdir(tmpdir())).filter((name) => name.startsWith("evenspan-fetch-")).toSorted();

/** A refusal, after which nothing has been left on the disk. */
async function refusal(options: object = {}) {
  const before = await leftOver();
  const outcome = await get(options);
  if (!isRefusal(outcome)) throw new Error("it was fetched");
  expect(await leftOver()).toEqual(before);
  expect(outcome.refused).toBe("unavailable");
  return outcome;
}

describe("fetching a source", () => {
  it("streams the publisher's file to disk, and keeps what the server says of its version", async () => {
    const headers = { etag: '"v7"', "last-modified": "Mon, 02 Jun 2014 10:00:00 GMT", "content-type": "text/csv" };
    answers = [status(200, headers, "a,b\n1,2\n")];
    const got = await get();
    if (isRefusal(got) || "unchanged" in got) throw new Error("not fetched");
    expect(path.basename(got.path)).toBe("chicago-life-expectancy.csv");
    expect(readFileSync(got.path, "utf8")).toBe("a,b\n1,2\n");
    expect(got.byteSize).toBe(8);
    expect(got.validators).toEqual({ etag: '"v7"', lastModified: "Mon, 02 Jun 2014 10:00:00 GMT" });
    expect(requests[0]!.url).toBe("/api/views/qjr3-bm53/rows.csv?accessType=DOWNLOAD");
    expect(requests[0]!.headers["user-agent"]).toMatch(/^Evenspan\/\d/);
    await rm(path.dirname(got.path), { recursive: true });
  });

  it("is told that nothing has changed, and then leaves nothing behind", async () => {
    answers = [
      (request, response) => response.writeHead(request.headers["if-none-match"] === '"v7"' ? 304 : 500).end(),
    ];
    const before = await leftOver();
    expect(await get({ known: { etag: '"v7"', lastModified: null } })).toEqual({ unchanged: true });
    expect(await leftOver()).toEqual(before);
  });

  it("asks again where the server is busy, after as long as it says", async () => {
    answers = [status(429, { "retry-after": "2" }), status(200, {}, "a\n1\n")];
    const got = await get();
    expect(got).toMatchObject({ byteSize: 4 });
    expect(waits).toEqual([2000]);
    if (!isRefusal(got) && "path" in got) await rm(path.dirname(got.path), { recursive: true });
  });

  it("does not wait for longer than half a minute, whatever the server asks for", async () => {
    answers = [status(429, { "retry-after": "86400" }), status(404)];
    await refusal();
    expect(waits).toEqual([30_000]);
  });

  it("gives up after three answers of 500, with pauses that double", async () => {
    answers = [status(500)];
    expect(await refusal()).toMatchObject({ code: "too-busy" });
    expect(requests).toHaveLength(3);
    expect(waits).toEqual([500, 1000]);
  });

  it("says in one sentence what happened and what to do by hand", async () => {
    answers = [status(404)];
    const { code, message } = await refusal();
    expect(code).toBe("not-there");
    expect(message).toBe(
      `${new URL(baseUrl).host} answered 404. Download “Life expectancy by community area, 1990, 2000 and 2010” by hand from https://data.cityofchicago.org/d/qjr3-bm53, then load it with: evenspan load chicago-life-expectancy <file>`,
    );
    expect(requests).toHaveLength(1);
  });

  it("gives up where the server is silent, before its answer and within it", async () => {
    answers = [() => {}];
    expect(await refusal({ timeoutMs: 100 })).toMatchObject({ code: "too-slow" });
    answers = [(_, response) => void response.writeHead(200).write("a,b\n")];
    expect(await refusal({ timeoutMs: 100 })).toMatchObject({ code: "too-slow" });
  });

  it("does not lose patience while a slow answer keeps coming", async () => {
    answers = [
      (_, response) => {
        let left = 6;
        const timer = setInterval(() => {
          response.write("x");
          if (--left === 0) {
            clearInterval(timer);
            response.end();
          }
        }, 60);
      },
    ];
    const got = await get({ timeoutMs: 200 });
    expect(got).toMatchObject({ byteSize: 6 });
    if (!isRefusal(got) && "path" in got) await rm(path.dirname(got.path), { recursive: true });
  });

  it("knows that there is no network, or no such server", async () => {
    await new Promise((closed) => server.close(closed));
    const told = await refusal();
    expect(told.code).toBe("no-connection");
    expect(told.message).toContain("cannot be reached from here (ECONNREFUSED)");
    expect(isOffline(told)).toBe(true);
    server.listen(0);
  });

  it("throws a body away that breaks off, with the size told and without", async () => {
    answers = [
      (_, response) => {
        response.writeHead(200, { "content-length": "100" }).write("a,b\n");
        setTimeout(() => response.destroy(), 20);
      },
    ];
    expect(await refusal()).toMatchObject({ code: "cut-short" });
    answers = [
      (_, response) => {
        response.writeHead(200).write("a,b\n");
        setTimeout(() => response.destroy(), 20);
      },
    ];
    expect(await refusal()).toMatchObject({ code: "cut-short" });
  });

  it("throws a body away that is too large, whether the server says so before or not", async () => {
    answers = [status(200, { "content-length": "1000" }, "x".repeat(1000))];
    expect(await refusal({ mostBytes: 999 })).toMatchObject({ code: "too-large" });
    answers = [(_, response) => response.writeHead(200).end("x".repeat(1000))];
    expect(await refusal({ mostBytes: 999 })).toMatchObject({ code: "too-large" });
  });

  it("follows a redirect on the same server, and a few at most", async () => {
    answers = [status(302, { location: "/elsewhere/rows.csv" }), status(200, {}, "a\n")];
    const got = await get();
    expect(got).toMatchObject({ byteSize: 2 });
    expect(requests[1]!.url).toBe("/elsewhere/rows.csv");
    if (!isRefusal(got) && "path" in got) await rm(path.dirname(got.path), { recursive: true });
    answers = [status(302, { location: "/round" })];
    expect(await refusal()).toMatchObject({ code: "redirected-elsewhere" });
  });

  it.each([["http://localhost:1/rows.csv"], ["https://example.org/rows.csv"], ["file:///etc/passwd"], ["http://"]])(
    "does not follow a redirect to %s",
    async (location) => {
      answers = [status(302, { location })];
      expect(await refusal()).toMatchObject({ code: "redirected-elsewhere" });
      expect(requests).toHaveLength(1);
    },
  );

  it("does not take a web page for a file", async () => {
    answers = [status(200, { "content-type": "text/html; charset=utf-8" }, "<html>Sign in</html>")];
    expect(await refusal()).toMatchObject({ code: "not-a-file" });
  });
});

describe("a source without an address", () => {
  it("is refused with what to do by hand", async () => {
    const { code, message } = (await fetchSource(chicagoPopulation)) as { code: string; message: string };
    expect(code).toBe("no-address");
    expect(message).toContain("by hand from https://github.com/smartchicago/chicago-atlas");
  });

  it("is the office's own, where it has no homepage either", async () => {
    expect(await fetchSource(deathsSource)).toMatchObject({
      refused: "unavailable",
      message:
        "“Deaths by place, year, age, sex and cause” is filled in by an office, and nobody offers it for download.",
    });
  });
});

describe("the addresses of all sources", () => {
  it("are https and of the publishers' own domains", () => {
    const hosts = new Set(
      sources.flatMap((source) => (source.download ? [new URL(source.download)] : [])).map((url) => url.origin),
    );
    expect([...hosts].toSorted()).toEqual(["https://data.cityofchicago.org", "https://ftp.cdc.gov"]);
  });
});
