import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import autocannon from "autocannon";

/**
 * The first page of the demonstration's release, asked for by 50 connections for ten seconds, from one process.
 *
 * Claim: at least 5,000 requests a second, p99 under 20 ms, and under 60 KB with its style sheet, none of it script.
 * Baseline: Node's own HTTP server, which answers a constant text of the same length and does nothing else.
 */
const [, script, first, length] = process.argv;
if (first === "baseline") answerConstantly(Number(length));
else await compare();

async function compare(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "evenspan-bench-"));
  const main = path.resolve(import.meta.dirname, "../apps/cli/src/main.ts");
  const { DATABASE_URL: _, ...env } = process.env;
  const portal = await started([main, "--data", folder, "start", "--port", "0"], env);
  try {
    const page = await weigh(portal.address);
    const ours = await load(`${portal.address}/en`);
    const baseline = await started([script!, "baseline", String(page.html)], env);
    const constant = await load(baseline.address);
    await stopped(baseline.child);
    console.log("the first page of a release, 50 connections");
    console.log(
      `  ${page.html + page.css} bytes with its style sheet (${page.html} + ${page.css}), ${page.scripts} scripts`,
    );
    console.log(`  evenspan: ${inWords(ours)}`);
    console.log(`  a constant text: ${inWords(constant)}`);
    console.log(
      `  requests against a constant text: ${(ours.requests.average / constant.requests.average).toFixed(2)}`,
    );
  } finally {
    await stopped(portal.child);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function weigh(address: string): Promise<Readonly<{ html: number; css: number; scripts: number }>> {
  const html = await (await fetch(`${address}/en`)).text();
  const sheet = /href="(\/assets\/style[^"]+)"/.exec(html)![1]!;
  const css = await (await fetch(address + sheet)).arrayBuffer();
  return { html: Buffer.byteLength(html), css: css.byteLength, scripts: html.match(/<script/g)?.length ?? 0 };
}

function load(url: string): Promise<autocannon.Result> {
  return autocannon({ url, connections: 50, duration: 10 });
}

function inWords({ requests, latency, errors, non2xx }: autocannon.Result): string {
  const pace = Math.round(requests.average).toLocaleString("en");
  return `${pace} requests/s, p50 ${latency.p50} ms, p99 ${latency.p99} ms, ${errors + non2xx} failures`;
}

function answerConstantly(bytes: number): void {
  const text = "a".repeat(bytes);
  const server = createServer((_, response) => response.end(text));
  server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  process.once("SIGTERM", () => server.close());
}

type Started = Readonly<{ child: ChildProcess; address: string }>;

async function started(words: readonly string[], env: NodeJS.ProcessEnv): Promise<Started> {
  const child = spawn(process.execPath, ["--import", "tsx", ...words], { env, stdio: ["ignore", "pipe", "inherit"] });
  const address = await new Promise<string>((found, failed) => {
    child.stdout!.on("data", (text) => {
      const at = /http:\/\/\S+/.exec(String(text));
      if (at) found(at[0]);
    });
    child.once("close", (code) => failed(new Error(`a server ended with ${code} before it served`)));
  });
  return { child, address };
}

async function stopped(child: ChildProcess): Promise<void> {
  const ended = once(child, "close");
  child.kill("SIGTERM");
  await ended;
}
