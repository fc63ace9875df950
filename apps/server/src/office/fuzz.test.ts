import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inTenant } from "@evenspan/database/tenant";
import { testDatabase } from "@evenspan/database/testing";
import { act } from "@evenspan/domain/access/act";
import { foundSystem } from "@evenspan/domain/access/found-system";
import { abel } from "@evenspan/domain/access/testing";
import { actorWith } from "@evenspan/domain/kernel/actor";
import { keepRecord } from "@evenspan/domain/records/keep-record";
import { preparedOffice } from "@evenspan/domain/releases/testing/prepared-office";
import { atDesk } from "@evenspan/domain/sign-in/at-desk";
import { samlIdp } from "@evenspan/domain/sign-in/providers/saml/testing";
import { beginSession } from "@evenspan/domain/sign-in/sessions/begin-session";
import { deskOf, linkTokenFor, person, testNow } from "@evenspan/domain/sign-in/testing";
import { beforeAll, expect, test } from "vitest";
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
/** A collaborative has every form that a health system has, and one more; what it is founded as, it stays. */
const it = await officeInTest(database, {}, {}, async (of, options = {}) => {
  const systemId = "00000000-0000-4000-8000-000000000314";
  const founding = { slug: "rush", name: "RUSH", kind: "collaborative", demonstration: false, facilities: [] };
  const occasion = { systemId, actor: abel, now: testNow, from: { channel: "command line" } } as const;
  expect(await act(of.app, foundSystem, occasion, founding)).toMatchObject({ systemId });
  return preparedOffice(of, { ...options, systemId });
});
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
/** Who asks: with a role; signed in without any second factor; with the code still to be given; and nobody. */
const people = ["administrator", "analyst", "reviewer", "volunteer", "unsecured", "half", "nobody"] as const;
type Who = (typeof people)[number];
type Session = Readonly<{ token: string | null; form: string; visit: string | null }>;
const sessions = new Map<Who, Session>();
let made = 0;

const tokenIn = (page: string): string => /name="token" value="([^"]+)"/.exec(page)?.[1] ?? "";

/** A session of someone, made anew where a request before has ended it. */
async function session(who: Who): Promise<Session> {
  const kept = sessions.get(who);
  if (kept) return kept;
  const fresh = who === "nobody" ? await nobody() : await somebody(who);
  sessions.set(who, fresh);
  return fresh;
}

async function nobody(): Promise<Session> {
  const browser = officeBrowser(it.app);
  const form = tokenIn(await browser.text("/en/office/sign-in"));
  return { token: null, form, visit: browser.cookies.get("evenspan-visit") ?? null };
}

async function somebody(who: Exclude<Who, "nobody">): Promise<Session> {
  const desk = deskOf(database, it.office, { now: it.now() });
  const role = who === "unsecured" || who === "half" ? "administrator" : who;
  const email = `${who}${made++}@example.org`;
  const { personId } = await person(desk, {
    name: who,
    email,
    grants: [{ role }],
    secondFactor: who !== "unsecured",
  });
  const strength = who === "unsecured" || who === "half" ? "password" : "second-factor";
  const { token } = await atDesk(desk, (trx) => beginSession(trx, desk, { personId, strength, device: "a test" }));
  const page = who === "half" ? "/en/office/second-factor" : "/en/office/me";
  return { token, form: tokenIn(await officeBrowser(it.app, token).text(page)), visit: null };
}

/** Addresses at which each route with a part of its own finds something. */
const found = new Map<string, string[]>();

/** A form as a page of somebody's has it. */
type Sendable = Readonly<{
  who: Who;
  route: string;
  to: string;
  name: string;
  files: boolean;
  /** Every field with what it can be or says now. */
  fields: ReadonlyMap<string, readonly string[]>;
}>;
const forms: Sendable[] = [];
const fieldNames = ["__proto__", mark, "SAMLResponse", "RelayState", "state", "code", "q", "after", "sort", "page"];

const unescaped = (text: string): string =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

const attribute = (tag: string, name: string): string | undefined => {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : unescaped(value);
};

/** The forms of a page that are sent, each with its fields and their choices. */
function formsOf(html: string, who: Who, route: string, at: string): Sendable[] {
  return [...html.matchAll(/<form ([^>]*method="post"[^>]*)>(.*?)<\/form>/gs)].map(([, head = "", inside = ""]) => {
    const fields = new Map<string, string[]>();
    for (const [tag] of inside.matchAll(/<(?:input|textarea)\b[^>]*>|<select\b.*?<\/select>/gs)) {
      const name = attribute(tag, "name");
      if (name === undefined || name === "token") continue;
      const options = [...tag.matchAll(/<option[^>]*>/g)].map(([option]) => option);
      const choices = options.length > 0 ? options : [tag];
      fields.set(name, [...(fields.get(name) ?? []), ...choices.map((choice) => attribute(choice, "value") ?? "")]);
    }
    const to = attribute(` ${head}`, "action") ?? at;
    const files = head.includes("multipart/form-data");
    return { who, route, to, name: fields.get("form")?.[0] ?? "", files, fields };
  });
}

/** Something of each kind in the office, so that each page is there. */
async function furnish(): Promise<void> {
  const head = await it.signedIn("Abel", { role: "administrator" });
  const ana = await it.signedIn("Ana", { role: "analyst" });
  const facilities = [{ id: "rumc", name: "A hospital", city: "Chicago", source: "a test" }];
  await it.found("rush", facilities);
  const { systemId } = it.office;
  const locks = ["administrator@*", "analyst@*", "reviewer@*"];
  const occasion = {
    systemId,
    actor: actorWith("A test", "analyst"),
    now: it.now(),
    from: { channel: "job" },
  } as const;
  const record = {
    kind: "doubt",
    title: "A value",
    words: "",
    state: "open",
    locks,
    turn: locks,
    nextStep: "decide-doubt",
  };
  await inTenant(
    database.app,
    systemId,
    (db) => keepRecord({ ...occasion, db }, { recordId: "doubt:one", ...record }),
    {
      as: { personId: null, keys: locks },
    },
  );
  for (const who of ["administrator", "analyst", "reviewer"] as const) {
    const browser = officeBrowser(it.app, (await session(who)).token!);
    await browser.send("/en/office/records/doubt:one", "comment", { said: `${mark} was seen.` });
    await browser.send("/en/office/records?kind=doubt", "save-view", { view: mark });
  }
  const data = new FormData();
  for (const [name, value] of Object.entries({ form: "add-file", token: tokenIn(await ana.text("/en/office/me")) }))
    data.append(name, value);
  data.append("file", new Blob([`see ${mark}`]), "what's seen.txt");
  await ana.upload("/en/office/records/doubt:one", data);
  const analyst = officeBrowser(it.app, (await session("analyst")).token!);
  await analyst.send("/en/office/releases", "build");
  await it.work();
  const waiting = (await analyst.send("/en/office/releases", "build")).headers.get("location")!;
  const idp = samlIdp();
  const saml = {
    name: "B login",
    entryPoint: "https://idp.example.org/in",
    idpEntityId: idp.entityId,
    spEntityId: "evenspan",
    signingKeys: idp.key,
    signs: "assertion",
    domains: "y.example",
  };
  await head.send("/en/office/providers/new/saml", "provider", saml);
  const provider = {
    name: "A login",
    issuer: "https://localhost:9",
    clientId: "a",
    clientSecret: "b",
    domains: "x.example",
  };
  await head.send("/en/office/providers/new/oidc", "provider", provider);
  // One is invited whose page the requests come to, and one whose link nobody takes back.
  for (const name of ["Noor", "Nia"]) {
    const invited = { name, email: `${name.toLowerCase()}@example.org`, language: "en", role: "analyst", place: "" };
    await head.send("/en/office/people/invite", "invite", invited);
  }
  const closed = await it.signedIn("Dee", { role: "analyst" });
  await head.send(`/en/office/people/${closed.personId}`, "deactivate", { reason: "left the office" });
  const active = await it.signedIn("Eve", { role: "finance" });
  await it.person({
    name: "Una",
    email: "una@example.org",
    password: "a long and quiet river",
    grants: [{ role: "finance" }],
  });
  await it.person({ name: "Vito", email: "vito@example.org", grants: [{ role: "volunteer" }] });
  const browser = it.browser();
  await browser.send("/en/office/sign-in/link", "ask-link", { email: "vito@example.org" });
  await browser.send("/en/office/new-password", "forgot", { email: "una@example.org" });
  const invited = /people\/([0-9a-f-]{36})">Noor/.exec(await head.text("/en/office/people?text=noor"))![1]!;
  const link = async (email: string) => linkTokenFor(database, it.office, `${email}@example.org`);
  const dataset = /name="item" value="([^"|]+)\|/.exec(await ana.text("/en/office/doubts"))![1]!;
  const at = (route: string, ...parts: readonly string[]) =>
    found.set(
      route,
      parts.map((part) => `/en/office/${route.replace(/[:*]\w+/, part)}`),
    );
  at("records/*recordId", "doubt:one");
  found.set("records", ["/en/office/records?kind=doubt"]);
  at("releases/:release", "1");
  at("doubts/:dataset", encodeURIComponent(dataset));
  found.set("jobs/:jobId", [waiting]);
  at("people/:personId", invited, closed.personId, active.personId);
  at("providers/new/:kind", "oidc", "saml");
  at("providers/:provider", "a-login");
  // A provider by OpenID Connect would be asked over the network; one by SAML is not.
  at("sign-in/with/:provider", "b-login");
  at("invitation/:token", await link("nia"));
  at("enter/:token", await link("vito"));
  at("new-password/:token", await link("una"));
  for (const { path } of officeRoutes.office)
    if (!found.has(path)) found.set(path, [`/en/office${path && `/${path}`}`]);
  for (const { path } of officeRoutes.callbacks)
    found.set(path, [`/${path.replace(":provider", path.includes("saml") ? "b-login" : "a-login")}`]);
}

const pages: Readonly<{ who: Who; route: string; at: string }>[] = [];

beforeAll(async () => {
  await furnish();
  for (const [route, addresses] of found)
    for (const at of addresses) {
      for (const who of people) {
        const { token, visit } = await session(who);
        const cookie = token === null ? `evenspan-visit=${visit}` : `evenspan=${token}`;
        const answer = await app.request(`${site}${at}`, { headers: { cookie, "sec-fetch-site": "same-origin" } });
        const body = await answer.text();
        if (answer.status === 200 || who === "administrator") pages.push({ who, route, at });
        if (answer.status !== 200) continue;
        // The way out is on every page; it is sent from one.
        for (const form of formsOf(body, who, route, at)) {
          const before = forms.some((one) => one.who === who && one.name === form.name && one.to === form.to);
          const isLike =
            forms.filter((one) => one.who === who && one.route === route && one.name === form.name).length >= 3;
          if (!before && !isLike) forms.push(form.name === "sign-out" ? { ...form, route: "sign-out" } : form);
        }
      }
    }
}, 60_000);

function path(method: string): string {
  const language = chance(0.9) ? one(["en", "es"]) : one(["fr", "EN", ""]);
  if (chance(0.2)) return `/${language}${one(pagesOfEachKind)}`;
  if (chance(0.08))
    return `/${one(rawParts)}${one(["en", "es", "files/3", "assets", "health"])}/${encodeURIComponent(plainOrNot(one(words)))}${one(rawParts)}`;
  const table = chance(0.9) ? officeRoutes.office : officeRoutes.callbacks;
  const able = table.filter((route) => (method === "POST" ? route.post : route.get));
  const pattern = one(chance(0.85) ? able : table).path;
  const parts = pattern.split("/").map((part) => {
    if (!/^[:*]/.test(part)) return part;
    if (chance(0.35)) return one(["doubt:one", "b-login", "3", "release:1", "oidc", "saml", "A".repeat(43)]);
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

/** What is sent from a form: mostly its own fields, each as it may be or as it must not be. */
function body(token: string, sent: Sendable): Readonly<{ body: string | FormData; type: string | null }> {
  const pairs: [string, string][] = [["form", sent.name]];
  for (const [name, values] of sent.fields) {
    if (name === "form" || chance(0.06)) continue;
    const own = chance(name === "item" ? 0.75 : 0.45);
    pairs.push([name, plainOrNot(own ? one(values) : one(words))]);
  }
  pairs.push(...times(2, (): [string, string] => [one(fieldNames), plainOrNot(one(words))]));
  if (chance(0.93)) pairs.unshift(["token", token]);
  if (chance(0.1)) pairs.push(...pairs);
  if (sent.files ? chance(0.9) : chance(0.05)) {
    const data = new FormData();
    for (const [name, value] of pairs) data.append(name, value);
    const name = one(["", "a.pdf", "a.txt", `${mark}.txt`, `${mark}.html`, "../x", "año.csv", "x\r\ny.csv"]) || "x";
    data.append("file", new Blob([one(["", "%PDF-1.7", mark, "GIF89a", `a,b\n${mark},=1+1`])]), name);
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

function headers({ token, visit }: Session): Headers {
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
    () => `${one(["evenspan-kept", "evenspan-said", "evenspan-provider", "x"])}=${one(words).slice(0, 200)}`,
  );
  const own = [
    ...(token === null ? [] : [`evenspan=${token}`]),
    ...(visit === null ? [] : [`evenspan-visit=${visit}`]),
  ];
  put("cookie", [...own, ...extra].join("; "));
  return made;
}

type Asked = Readonly<{ who: Who; method: string; url: string; route?: string; form?: Sendable }>;

/** First every page as it is. Then, of four requests, one is of any kind, one asks for a page, and two send forms, each in its turn. */
function asked(i: number): Asked {
  if (i >= pages.length && i % 4 === 0) {
    const method = one([...gets, ...gets, ...posts, ...posts, "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"]);
    return { who: one(people), method, url: `${path(method)}${query()}` };
  }
  if (i < pages.length || i % 4 === 1) {
    const { who, route, at } = pages[i < pages.length ? i : (i >> 2) % pages.length]!;
    return { who, route, method: "GET", url: i < pages.length || at.includes("?") ? at : `${at}${query()}` };
  }
  const form = forms[((i >> 2) * 2 + (i % 4) - 2) % forms.length]!;
  return { who: form.who, route: form.route, method: "POST", url: form.to, form };
}

/** Where an answer leads: to a page of ours, or to the login of a provider that was defined. */
function leadsAway(location: string | null): boolean {
  if (location === null) return false;
  const { origin } = new URL(location, site);
  return /[<"\s]|fz x/.test(location) || ![site, "https://idp.example.org"].includes(origin);
}

/** What an answer must not be, of which it is. */
async function wrongIn(answer: Response, isOfThePage: boolean): Promise<readonly string[]> {
  const type = answer.headers.get("content-type") ?? "";
  const text = await answer.text();
  const saved = answer.headers.get("content-disposition");
  const wrongs = {
    fault: answer.status >= 500,
    // A file is given back as it came, and so never as something that a browser would run.
    echoed: type.startsWith("text/html") && (saved !== null || raw.test(text)),
    runnable: saved !== null && !/^attachment; filename="[A-Za-z0-9 ._-]*"; filename\*=UTF-8''[^<>"' ;]*$/.test(saved),
    unfenced: saved !== null && answer.headers.get("x-content-type-options") !== "nosniff",
    traced: /node_modules|\bat [^ ]+ \(?(file:|\/)|\.ts:\d+:\d+|Error: /.test(text),
    leaked: [...answer.headers].some(([name, value]) => name !== "location" && /<fz|evil/.test(value)),
    away: leadsAway(answer.headers.get("location")),
    unknownForm: isOfThePage && text.includes("This page has no such form"),
  };
  return Object.entries(wrongs).flatMap(([wrong, isSo]) => (isSo ? [wrong] : []));
}

/** Its own answer is the way to sign in; and that there is nothing to forget, which is a 404. */
const odd = new Set(["me/sessions everywhere", "people/:personId unlink"]);

/** Whether a page or a form answered for itself: not the way to sign in, nor a door before it. */
const isItsOwn = (status: number, location: string | null, key: string): boolean =>
  odd.has(key)
    ? status === 303 || status === 404
    : ![403, 404, 405, 413, 415].includes(status) && (key.includes("sign-") || !location?.includes("/sign-in"));
const keyOf = ({ route, name }: Sendable): string => `${route} ${name}`;

test("every form that is written is on a page that somebody was shown", () => {
  const folder = join(import.meta.dirname, "../pages/office");
  const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".tsx"));
  const texts = sources.map((file) => readFileSync(join(folder, file), "utf8"));
  const written = texts.flatMap((text) =>
    [...text.matchAll(/<(?:OfficeForm name|DefineForm\s+form)="([^"]+)"/g)].map(([, name]) => name!),
  );
  expect(written.length).toBeGreaterThan(40);
  expect(
    [...new Set([...written, "save-view", "drop-view"])].filter((name) => !forms.some((form) => form.name === name)),
  ).toEqual([]);
});

test(`${requests} requests over all routes make no fault, show no trace, and give back nothing as it was sent`, async () => {
  const wrong: unknown[] = [];
  const statuses = new Map<number, number>();
  const reached = new Set<string>();
  const sentTo = new Map<string, number>();
  for (let i = 0; i < requests; i++) {
    const { who, method, url, route, form } = asked(i);
    const someone = await session(who);
    const sent = headers(chance(0.97) ? someone : { token: one(words), form: one(words), visit: null });
    const given = method === "GET" || method === "HEAD" ? null : body(someone.form, form ?? one(forms));
    if (given?.type) sent.set("content-type", given.type);
    const answer = await app.request(`${site}${url}`, { method, headers: sent, ...(given && { body: given.body }) });
    const isOver =
      answer.headers.get("location")?.includes("/sign-in") || answer.headers.get("set-cookie")?.includes("evenspan=");
    if (isOver) sessions.delete(who);
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    const { status } = answer;
    const wrongs = await wrongIn(answer, form !== undefined);
    const key = form ? keyOf(form) : route;
    if (key !== undefined) sentTo.set(key, (sentTo.get(key) ?? 0) + 1);
    if (key !== undefined && isItsOwn(status, answer.headers.get("location"), key)) reached.add(key);
    if (wrongs.length > 0)
      wrong.push(`${i} ${who} ${method} ${url.slice(0, 200)} ${form?.name ?? ""} ${status}: ${wrongs.join(", ")}`);
  }
  expect(wrong).toEqual([]);
  expect([...it.faults, ...faults]).toEqual([]);
  // Every page and every form was there at least once, and answered for itself.
  const shown = [...officeRoutes.office, ...officeRoutes.callbacks].filter((route) => route.get);
  const all = [...shown.map((route) => route.path), ...forms.map(keyOf)];
  expect(all.filter((key) => !reached.has(key))).toEqual([]);
  expect(all.filter((key) => (sentTo.get(key) ?? 0) < 5)).toEqual([]);
  // The requests went deep: pages, forms that did something, and every kind of refusal are among the answers.
  for (const status of [200, 303, 403, 404, 405, 413, 415, 422])
    expect([status, statuses.get(status) ?? 0]).not.toEqual([status, 0]);
}, 120_000);
