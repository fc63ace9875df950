import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { preferredEncoding } from "./encodings.ts";
import { isLanguage, preferredLanguage } from "./languages.ts";
import { pageCache } from "./page-cache.ts";
import { requestAddress } from "./request-address.ts";
import { stored, storedBytes } from "./stored.ts";

describe("an address", () => {
  test.each([
    ["http://x/en/areas?sort=name#table", ["en", "areas"], "sort=name"],
    ["https://x.example:8443/es", ["es"], ""],
    ["http://x/", [""], ""],
    ["http://x/en/figures/gap:area:32%3Earea:26", ["en", "figures", "gap:area:32>area:26"], ""],
    ["http://x/en?q=a%20b&q=c", ["en"], "q=a+b&q=c"],
    ["http://x/a%2Fb", ["a/b"], ""],
  ])("%s is taken apart", (url, parts, query) => {
    const address = requestAddress(url)!;
    expect([address.parts, address.query.toString()]).toEqual([parts, query]);
  });

  test.each(["http://x/%", "http://x/%E0%A4%A", "http://x/en/%ff"])("%s is not well escaped", (url) => {
    expect(requestAddress(url)).toBeNull();
  });

  test("never throws, whatever stands in it", () => {
    fc.assert(fc.property(fc.string(), (rest) => requestAddress(`http://x/${rest}`) !== undefined));
  });
});

describe("a header of wishes", () => {
  test.each([
    ["es", "es"],
    ["ES-us", "es"],
    ["fr;q=1, es;q=0.5", "es"],
    ["en;q=0.4, es;q=0.4", "en"],
    ["es;q=0.000, en", "en"],
    ["es;q=2", "es"],
    [undefined, "en"],
  ])("Accept-Language %j is heard as %s", (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });

  test.each([
    ["br", "br"],
    ["gzip;q=1.0, br;q=0", "gzip"],
    ["deflate", "identity"],
    ["BR", "br"],
    ["", "identity"],
    ["gzip, br;q=0.0", "gzip"],
  ] as const)("Accept-Encoding %j is heard as %s", (header, encoding) => {
    expect(preferredEncoding(header)).toBe(encoding);
  });

  test("nothing in either makes a fault", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 3000 }), (header) => {
        expect(isLanguage(preferredLanguage(header))).toBe(true);
        expect(["br", "gzip", "identity"]).toContain(preferredEncoding(header));
      }),
    );
  });
});

describe("what is stored", () => {
  test("text is packed, and comes with the same tag for the same bytes", () => {
    const [one, two] = [stored("a".repeat(2000), "text/html"), stored("a".repeat(2000), "text/html")];
    expect(one.tag).toBe(two.tag);
    expect(one.bodies.br!.length).toBeLessThan(100);
    expect(storedBytes(one)).toBe(2000 + one.bodies.gzip!.length + one.bodies.br!.length);
  });

  test("a font, which is packed already, is not packed again", () => {
    expect(Object.keys(stored(Buffer.from("x"), "font/woff2").bodies)).toEqual(["identity"]);
  });
});

describe("the cache of pages", () => {
  const page = (bytes: number) => stored(Buffer.alloc(bytes), "font/woff2");

  test("lets go of what was asked for longest ago, and never holds more than it may", () => {
    const cache = pageCache(1000);
    cache.set("a", page(400));
    cache.set("b", page(400));
    cache.get("a");
    cache.set("c", page(400));
    expect([cache.get("a"), cache.get("b"), cache.get("c")].map(Boolean)).toEqual([true, false, true]);
    expect(cache.bytes()).toBe(800);
  });

  test("counts a page once that is set again", () => {
    const cache = pageCache(1000);
    cache.set("a", page(400));
    cache.set("a", page(300));
    expect(cache.bytes()).toBe(300);
  });

  test("does not keep a page that is larger than all it may hold", () => {
    const cache = pageCache(100);
    cache.set("a", page(400));
    expect([cache.get("a"), cache.bytes()]).toEqual([undefined, 0]);
  });

  test("holds what it says it holds, in whatever order pages come", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom("a", "b", "c", "d"), fc.integer({ min: 1, max: 60 }))), (steps) => {
        const cache = pageCache(100);
        for (const [key, bytes] of steps) cache.set(key, page(bytes));
        const held = ["a", "b", "c", "d"].flatMap((key) => cache.get(key) ?? []);
        expect(cache.bytes()).toBe(held.reduce((sum, one) => sum + storedBytes(one), 0));
        expect(cache.bytes()).toBeLessThanOrEqual(100);
      }),
    );
  });
});
