import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { portalApp } from "./app.ts";
import { inventedPortal } from "./testing/invented-portal.ts";
import { inventedRelease } from "./testing/invented-release.ts";

const app = inventedPortal();
const ask = (path: string, init: RequestInit = {}) => app.request(path, init);
const withHeaders = (path: string, headers: Record<string, string>) => ask(path, { headers });

describe("the front door", () => {
  test.each([
    ["es-MX,es;q=0.9,en;q=0.8", "/es"],
    ["en-US", "/en"],
    ["de,fr", "/en"],
    ["", "/en"],
    ["en;q=0.1, es;q=0.2", "/es"],
    ["es;q=0", "/en"],
    ["*", "/en"],
    [`${"x,".repeat(5000)}es`, "/en"],
    [";;;q=q,=,", "/en"],
  ])("Accept-Language %j leads to %s", async (header, location) => {
    const answer = await withHeaders("/", header ? { "accept-language": header } : {});
    expect([answer.status, answer.headers.get("location"), answer.headers.get("vary")]).toEqual([
      302,
      location,
      "Accept-Language",
    ]);
  });
});

describe("every answer", () => {
  const paths = [
    "/",
    "/en",
    "/es/areas",
    "/assets/nothing.css",
    "/nothing",
    "/en/nothing",
    "/files/3/figures.csv",
    "/robots.txt",
    "/en/r/99",
  ];
  test.each(paths)("%s says what it may do: no script, no frame, no other site", async (path) => {
    const { headers } = await ask(path);
    const policy = headers.get("content-security-policy")!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|http|script-src/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("permissions-policy")).toContain("geolocation=()");
    expect(headers.get("strict-transport-security")).toBeNull();
    expect(headers.get("set-cookie")).toBeNull();
  });

  test("asks for https only where the reader came by it", async () => {
    const behind = await withHeaders("/en", { "x-forwarded-proto": "https" });
    expect(behind.headers.get("strict-transport-security")).toContain("max-age=63072000");
    expect((await ask("https://localhost/en")).headers.get("strict-transport-security")).toContain("max-age=");
  });
});

describe("pages are kept well", () => {
  test("the same page comes as it is, by gzip and by Brotli, with a tag for each", async () => {
    const plain = await ask("/en");
    const gzip = await withHeaders("/en", { "accept-encoding": "gzip" });
    const brotli = await withHeaders("/en", { "accept-encoding": "gzip, deflate, br" });
    const text = await plain.text();
    expect(gunzipSync(Buffer.from(await gzip.arrayBuffer())).toString()).toBe(text);
    expect(brotliDecompressSync(Buffer.from(await brotli.arrayBuffer())).toString()).toBe(text);
    const tags = [plain, gzip, brotli].map((answer) => answer.headers.get("etag"));
    expect(new Set(tags).size).toBe(3);
    for (const answer of [plain, gzip, brotli]) expect(answer.headers.get("vary")).toBe("Accept-Encoding");
    expect(plain.headers.get("content-length")).toBe(String(Buffer.byteLength(text)));
  });

  test("what a reader has already is not sent again", async () => {
    const tag = (await ask("/en")).headers.get("etag")!;
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, "*"]) {
      const answer = await withHeaders("/en", { "if-none-match": known });
      expect([known, answer.status, await answer.text()]).toEqual([known, 304, ""]);
    }
    expect((await withHeaders("/en", { "if-none-match": '"other"' })).status).toBe(200);
  });

  test("HEAD gives the same headers and no body", async () => {
    const [head, get] = [await ask("/en/areas", { method: "HEAD" }), await ask("/en/areas")];
    expect(await head.text()).toBe("");
    for (const name of ["content-type", "content-length", "etag", "cache-control"])
      expect(head.headers.get(name)).toBe(get.headers.get(name));
  });

  test("style and font are kept for ever under an address that names their content", async () => {
    const style = /href="(\/assets\/style[^"]+)"/.exec(await (await ask("/en")).text())![1]!;
    const answer = await ask(style);
    expect(answer.headers.get("cache-control")).toContain("immutable");
    const font = /url\("([^"]+)"\)/.exec(await answer.text())![1]!;
    expect((await ask(font)).headers.get("content-type")).toBe("font/woff2");
  });

  test("the order and the number of foreign keys in a query do not make new pages", async () => {
    const tag = async (path: string) => (await ask(path)).headers.get("etag");
    expect(await tag("/en/areas?utm=1&sort=value&x[]=2&order=down")).toBe(await tag("/en/areas?order=down&sort=value"));
    expect(await tag("/en/areas?sort=evil1")).toBe(await tag("/en/areas?sort=evil2"));
  });
});

describe("hostile addresses", () => {
  const addresses = [
    "/en/areas/<script>alert(1)</script>",
    "/en/areas/%3Cscript%3E",
    "/en/areas/..%2f..%2fetc%2fpasswd",
    "/en/%E0%A4%A",
    "/en/%00",
    "/en/figures/%25%25",
    "/en/figures/__proto__",
    "/en/methods/__proto__",
    "/en/methods/constructor",
    "/en/datasets/toString",
    "/en/areas/hasOwnProperty",
    "/en/rows/qx11-le/nothing",
    "/en/r/0",
    "/en/r/-1",
    "/en/r/1e9",
    "/en/r/99999999999999999999",
    "/files/3/__proto__",
    "/files/x/figures.csv",
    "/files/3/%2e%2e/%2e%2e/package.json",
    "/assets/../app.ts",
    "/wp-admin.php",
    "/EN",
    "/en//areas",
    "//en",
    "/en/areas/🏙️",
  ];
  test.each(addresses)("%s is answered with the page that says there is none", async (path) => {
    const answer = await ask(`http://localhost${path}`);
    const body = await answer.text();
    expect(answer.status).toBe(404);
    expect(body).toContain("We could not find that page");
    expect(body).toContain('href="/en/search"');
    expect(/<script|passwd|__proto__/.exec(body)?.[0]).toBeUndefined();
  });

  test("an unknown Spanish page says so in Spanish, and a bare one in the language of the browser", async () => {
    expect(await (await ask("/es/nada")).text()).toContain("No encontramos esa página");
    expect(await (await withHeaders("/nada", { "accept-language": "es" })).text()).toContain(
      "No encontramos esa página",
    );
  });

  test.each([
    "/en/search?q=<script>alert(1)</script>",
    '/en/search?q="><img src=x onerror=alert(1)>',
    "/es/search?q=%22%20autofocus%20onfocus%3D%22x",
  ])("%s shows what was asked as text and nothing else", async (path) => {
    const body = await (await ask(path)).text();
    expect(/<script|<img|" autofocus/.exec(body)?.[0]).toBeUndefined();
  });

  test("free words are searched anew and not kept", async () => {
    expect((await ask("/en/search?q=loop")).headers.get("cache-control")).toBe("no-store");
    const long = await ask(`/en/search?q=${"x".repeat(300)}`);
    expect(long.status).toBe(200);
    expect(await long.text()).not.toContain("xxx");
  });

  test("an address that is too long is told so", async () => {
    const answer = await ask(`/en/areas?x=${"y".repeat(3000)}`);
    expect(answer.status).toBe(414);
    expect(await answer.text()).toContain("This address is too long");
  });

  test.each(["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])("%s is refused, with what is allowed", async (method) => {
    const answer = await ask("/en", { method });
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
    expect(await answer.text()).toContain("This page can only be read");
  });
});

describe("when things go wrong", () => {
  test("a fault is a page without a trace, told to the one who runs the program", async () => {
    const faults: unknown[] = [];
    const broken = portalApp({
      releases: { current: () => Promise.reject(new Error("secret in /etc")), numbered: async () => null },
      onFault: (fault) => faults.push(fault),
    });
    const answer = await broken.request("/es/areas");
    const body = await answer.text();
    expect(answer.status).toBe(500);
    expect(body).toContain("Algo falló de nuestro lado");
    expect(body).not.toMatch(/secret|Error|at /);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(faults).toHaveLength(1);
  });

  test("a page that cannot be made does not take others with it", async () => {
    const release = inventedRelease();
    const figures = release.content.figures.filter(({ indicator }) => indicator !== "life-expectancy");
    const app = inventedPortal(inventedRelease({ figures }));
    for (const path of ["/en", "/en/areas", "/en/claims", "/en/areas/loop"])
      expect([path, (await app.request(path)).status]).toEqual([path, 200]);
  });

  test("before the first release there is a page that says so, and to come back", async () => {
    const answer = await inventedPortal(null).request("/en");
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "60"]);
    expect(await answer.text()).toContain("Nothing has been published yet");
  });

  test("a new release is seen at once, and the old page is not shown again", async () => {
    let current = inventedRelease({}, 3);
    const moving = portalApp({ releases: { current: async () => current, numbered: async () => null } });
    expect(await (await moving.request("/en")).text()).toContain("Release 3,");
    current = inventedRelease({}, 4);
    expect(await (await moving.request("/en")).text()).toContain("Release 4,");
  });
});
