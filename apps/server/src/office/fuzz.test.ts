import { testDatabase } from "@evenspan/database/testing";
import { signedInAs } from "@evenspan/domain/sign-in/testing";
import { expect, test } from "vitest";
import { portalApp } from "../app.ts";
import { pagesOfEachKind } from "../testing/invented-portal.ts";
import { inventedRelease } from "../testing/invented-release.ts";
import { officeBrowser, site } from "../testing/office-browser.ts";
import { officeInTest } from "../testing/office-in-test.ts";
import { officeRoutes } from "./office-routes.ts";

const requests = 5000;
const gets = Array<string>(8).fill("GET");
const posts = Array<string>(8).fill("POST");
const seed = 20261124;

const database = await testDatabase();
const it = await officeInTest(database);
const release = inventedRelease();
const faults: unknown[] = [];
const app = portalApp({
  releases: { current: async () => release, numbered: async (number) => (number === 3 ? release : null) },
  onFault: (fault) => faults.push(fault),
  office: it.app,
});

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function numbers(state: number): () => number {
  let at = state;
  return () => {
    at = (at + 0x6d2b79f5) | 0;
    let mixed = Math.imul(at ^ (at >>> 15), 1 | at);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const random = numbers(seed);
const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
const chance = (share: number): boolean => random() < share;
const times = <T>(most: number, make: () => T): T[] => Array.from({ length: Math.floor(random() * (most + 1)) }, make);

/** A word as an address can bear it; half a letter is none. */
const plainOrNot = (word: string): string => word.replace(/[\ud800-\udfff]/gu, "");

/** What must never come back as it was sent. */
const mark = `<fz x="1" y='2'>`;
const words = [
  ...[
    "",
    " ",
    "ana",
    "Loop",
    "release:1",
    "administrator",
    "analyst",
    "finance",
    "facility:rumc",
    "partner:x",
    "3",
    "1",
  ],
  ...[mark, `"${mark}`, "javascript:alert(1)", "' or '1'='1", "{{7*7}}", "%00", "\u0000", "a\u0000b", "\ud800"],
  ...["../../etc/passwd", "..\\..\\x", "//evil.example", "https://evil.example/", "/en/office", "\r\nset-cookie: a=b"],
  ...["__proto__", "constructor", "toString", "hasOwnProperty", "0", "-1", "1e309", "NaN", "null", "undefined", "true"],
  ...["2026-02-30", "2026-11-20", "0000-00-00", "99999-01-01", "null@example.org", "ñandú 🏙️", "مرحبا", "x".repeat(300)],
  ...[
    "00000000-0000-4000-8000-000000000001",
    "A".repeat(43),
    "A".repeat(86),
    "eyJhIjoxfQ",
    "[]",
    "{}",
    "x".repeat(5000),
  ],
];
/** The mark where its letters could be read as a page's own, and a script where a link would run it. */
const raw = /<fz|x="1" y='2'|(href|src|action)="\s*javascript:/i;
const rawParts = [
  "%",
  "%ff",
  "%E0%A4%A",
  "%00",
  "%2e%2e%2f",
  "%252e",
  "%0d%0a",
  "%F0%9F%8F%99",
  ";",
  "//",
  "?",
  "#",
  "&",
  "=",
  "\\",
];
const fieldNames = [
  ...[
    "token",
    "form",
    "item",
    "email",
    "password",
    "newPassword",
    "code",
    "name",
    "language",
    "role",
    "place",
    "reason",
    "note",
  ],
  ...[
    "text",
    "state",
    "q",
    "after",
    "sort",
    "direction",
    "kind",
    "late",
    "facilityId",
    "fromOn",
    "untilOn",
    "personId",
    "to",
  ],
  ...[
    "measure",
    "cause",
    "order",
    "a",
    "b",
    "page",
    "decision",
    "said",
    "file",
    "mail",
    "shown",
    "subject",
    "from",
    "view",
  ],
  ...[
    "SAMLResponse",
    "RelayState",
    "state",
    "issuer",
    "clientId",
    "domains",
    "entryPoint",
    "signingKeys",
    "__proto__",
    mark,
  ],
];
const forms = [
  ...["sign-in", "forgot", "ask-link", "enter", "invitation", "second-factor", "set-up", "settings", "change-password"],
  ...[
    "revoke",
    "everywhere",
    "grant",
    "invite",
    "invite-again",
    "withdraw",
    "deactivate",
    "reactivate",
    "export",
    "partner",
  ],
  ...[
    "department",
    "group",
    "member",
    "provider",
    "disable",
    "sign",
    "build",
    "decide",
    "file",
    "comment",
    "view",
    mark,
  ],
];

const id = ana().then(({ personId }) => personId);
const people = ["administrator", "analyst", "reviewer", "volunteer"] as const;
const sessions = new Map<string, Readonly<{ token: string; form: string }>>();
let made = 0;

function ana() {
  return it.signedIn("Ana", { role: "analyst" });
}

/** A session of someone with a role, made anew where a request before has ended it. */
async function session(role: (typeof people)[number]) {
  const kept = sessions.get(role);
  if (kept) return kept;
  const email = `${role}${made++}@example.org`;
  const { token } = await signedInAs(
    database,
    it.office,
    { name: role, email, grants: [{ role }], secondFactor: true },
    { now: it.now() },
  );
  const page = await officeBrowser(it.app, token).text("/en/office/me");
  const fresh = { token, form: /name="token" value="([^"]+)"/.exec(page)![1]! };
  sessions.set(role, fresh);
  return fresh;
}

async function path(method: string): Promise<string> {
  const language = chance(0.9) ? one(["en", "es"]) : one(["fr", "EN", ""]);
  if (chance(0.2)) return `/${language}${one(pagesOfEachKind)}`;
  if (chance(0.08))
    return `/${one(rawParts)}${one(["en", "es", "files/3", "assets", "health"])}/${encodeURIComponent(plainOrNot(one(words)))}${one(rawParts)}`;
  const table = chance(0.9) ? officeRoutes.office : officeRoutes.callbacks;
  const able = table.filter((route) => (method === "POST" ? route.post : route.get));
  const pattern = one(chance(0.85) ? able : table).path;
  const known = await id;
  const parts = pattern.split("/").map((part) => {
    if (!/^[:*]/.test(part)) return part;
    if (chance(0.35)) return one([known, "3", "release:1", "oidc", "saml", "A".repeat(43)]);
    return chance(0.3) ? one(rawParts) : encodeURIComponent(plainOrNot(one(words)));
  });
  const start = table === officeRoutes.callbacks ? "" : `/${language}/office`;
  return `${start}${pattern === "" ? "" : `/${parts.join("/")}`}${chance(0.05) ? "/" : ""}${chance(0.04) ? one(rawParts) : ""}`;
}

function query(): string {
  if (chance(0.5)) return "";
  if (chance(0.1)) return `?${one(rawParts)}${one(rawParts)}`;
  const pairs = times(5, () => `${encodeURIComponent(one(fieldNames))}=${encodeURIComponent(plainOrNot(one(words)))}`);
  return `?${pairs.join("&")}`;
}

function body(token: string): Readonly<{ body: string | FormData; type: string | null }> {
  const pairs = times(9, (): [string, string] => [one(fieldNames), plainOrNot(one(words))]);
  pairs.push(["form", one(forms)]);
  if (chance(0.8)) pairs.unshift(["token", token]);
  if (chance(0.1)) pairs.push(...pairs);
  if (chance(0.15)) {
    const data = new FormData();
    for (const [name, value] of pairs) data.append(name, value);
    data.append(
      "file",
      new Blob([one(["", "%PDF-1.7", mark, "GIF89a"])]),
      one(["", "a.pdf", `${mark}.html`, "../x", "año.csv"]) || "x",
    );
    return { body: data, type: null };
  }
  const text = new URLSearchParams(pairs).toString();
  if (chance(0.06)) return { body: `${text}&x=${"y".repeat(300_000)}`, type: "application/x-www-form-urlencoded" };
  if (chance(0.1))
    return {
      body: one(["--x", "{", "<xml/>", "\u0000\u0001", "a=%ff&b=%", text]),
      type: one([
        "multipart/form-data; boundary=x",
        "multipart/form-data",
        "application/json",
        "text/plain",
        "application/x-www-form-urlencoded; charset=utf-16",
        mark,
      ]),
    };
  return { body: text, type: "application/x-www-form-urlencoded" };
}

function headers(token: string | null): Headers {
  const made = new Headers();
  const put = (name: string, value: string) => {
    try {
      made.append(name, value);
    } catch {
      // No client could send such a header either.
    }
  };
  if (chance(0.9)) put("origin", chance(0.92) ? site : one(["null", "https://evil.example", mark]));
  if (chance(0.2)) put("sec-fetch-site", one(["same-origin", "cross-site", "none", mark]));
  for (const name of [
    "accept-language",
    "accept-encoding",
    "x-request-id",
    "x-forwarded-for",
    "x-forwarded-proto",
    "user-agent",
    "if-none-match",
  ])
    if (chance(0.25)) put(name, one(words).slice(0, 400));
  const extra = times(
    2,
    () =>
      `${one(["evenspan-visit", "evenspan-kept", "evenspan-said", "evenspan-provider", "x"])}=${one(words).slice(0, 200)}`,
  );
  const own = token === null ? [] : [`evenspan=${token}`];
  put("cookie", [...own, ...extra].join("; "));
  return made;
}

test(`${requests} requests over all routes make no fault, show no trace, and give back nothing as it was sent`, async () => {
  const wrong: unknown[] = [];
  const statuses = new Map<number, number>();
  for (let i = 0; i < requests; i++) {
    const isSomebody = chance(0.75);
    const who = isSomebody ? await session(one(people)) : { token: one(words), form: one(words) };
    const method = one([...gets, ...gets, ...posts, ...posts, "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"]);
    const url = `${site}${await path(method)}${query()}`;
    const sent = headers(chance(0.95) ? who.token : null);
    const form = method === "GET" || method === "HEAD" ? null : body(who.form);
    if (form?.type) sent.set("content-type", form.type);
    const answer = await app.request(url, { method, headers: sent, ...(form && { body: form.body }) });
    if (isSomebody && answer.headers.get("location")?.includes("/sign-in")) sessions.clear();
    const type = answer.headers.get("content-type") ?? "";
    const text = answer.headers.has("content-disposition") ? "" : await answer.text();
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    const echoed = type.startsWith("text/html") && raw.test(text);
    const traced = /node_modules|\bat [^ ]+ \(?(file:|\/)|\.ts:\d+:\d+|Error: /.test(text);
    const leaked = [...answer.headers].some(([name, value]) => name !== "location" && /<fz|evil/.test(value));
    if (answer.status >= 500 || echoed || traced || leaked)
      wrong.push([i, method, url.slice(0, 200), answer.status, { echoed, traced, leaked }]);
  }
  expect(wrong).toEqual([]);
  expect([...it.faults, ...faults]).toEqual([]);
  // The requests went deep: pages, forms that did something, and every kind of refusal are among the answers.
  for (const status of [200, 303, 403, 404, 405, 413, 415, 422])
    expect([status, statuses.get(status) ?? 0]).not.toEqual([status, 0]);
}, 120_000);
