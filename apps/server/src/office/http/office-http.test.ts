import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clientAddress } from "./client-address.ts";
import { readCookies, setCookie } from "./cookies.ts";
import { deviceName } from "./device-name.ts";
import { isUnavailable } from "./is-unavailable.ts";
import { localPath } from "./local-path.ts";
import { peerOf } from "./peer.ts";
import { requestIdOf } from "./request-id.ts";

describe("who asks", () => {
  test.each([
    ["10.0.0.1", null, 0, "10.0.0.1"],
    ["10.0.0.1", "203.0.113.9", 0, "10.0.0.1"],
    ["10.0.0.1", "203.0.113.9", 1, "203.0.113.9"],
    ["10.0.0.1", "6.6.6.6, 203.0.113.9", 1, "203.0.113.9"],
    ["10.0.0.1", "203.0.113.9, 10.1.1.1", 2, "203.0.113.9"],
    ["10.0.0.1", "2001:db8::7", 1, "2001:db8::7"],
    ["10.0.0.1", "unknown", 1, "10.0.0.1"],
    ["10.0.0.1", "<script>", 1, "10.0.0.1"],
    ["10.0.0.1", "", 1, "10.0.0.1"],
    ["10.0.0.1", "203.0.113.9", 3, "10.0.0.1"],
    [undefined, null, 0, "unknown"],
  ] as const)("peer %s, told %j by %i proxies, is %s", (peer, told, proxies, address) => {
    expect(clientAddress(peer, told, proxies)).toBe(address);
  });

  test("is read from the connection where there is one", () => {
    expect(peerOf({ incoming: { socket: { remoteAddress: "192.0.2.1" } } })).toBe("192.0.2.1");
    for (const env of [undefined, {}, { incoming: {} }, { incoming: { socket: {} } }])
      expect(peerOf(env)).toBeUndefined();
  });
});

describe("the id of a request", () => {
  test.each(["4bf92f3577b34da6a3ce929d0e0e4736", "00000000-0000-4000-8000-000000000001"])("%s is taken", (id) => {
    expect(requestIdOf(id)).toBe(id);
  });

  test.each([null, "", "abc", "X".repeat(32), "a".repeat(65), "-".repeat(32), "4bf92f3577b34da6\na3ce929d0e0e4736"])(
    "%j is not, and a new one is made",
    (id) => {
      expect(requestIdOf(id)).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    },
  );
});

describe("cookies", () => {
  test.each([
    [{ name: "session", value: "abc" } as const, false, "evenspan=abc; Path=/; HttpOnly; SameSite=Lax"],
    [{ name: "session", value: "abc" } as const, true, "__Host-evenspan=abc; Path=/; HttpOnly; SameSite=Lax; Secure"],
    [
      { name: "kept", value: "a", maxAgeSeconds: 60 } as const,
      false,
      "evenspan-kept=a; Path=/; HttpOnly; SameSite=Lax; Max-Age=60",
    ],
    [
      { name: "said", value: "", maxAgeSeconds: 60 } as const,
      false,
      "evenspan-said=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0",
    ],
    [
      { name: "provider", value: "x", sameSite: "None" } as const,
      false,
      "evenspan-provider=x; Path=/; HttpOnly; SameSite=None; Secure",
    ],
  ])("%j (secure: %s) is set as %s", (cookie, secure, header) => {
    expect(setCookie(cookie, secure)).toBe(header);
  });

  test.each([
    ["evenspan=abc", false, { session: "abc" }],
    ["__Host-evenspan=abc; evenspan=planted", true, { session: "abc" }],
    ["evenspan=planted", true, {}],
    ["__Host-evenspan=abc", false, {}],
    ["evenspan=a; evenspan=b", false, { session: "a" }],
    ["evenspan-said=said.signed-out; evenspan-kept=a-b_c", false, { said: "said.signed-out", kept: "a-b_c" }],
    ["evenspan=<script>; evenspan-kept=a b", false, {}],
    [`evenspan=${"a".repeat(201)}`, false, {}],
    [";;=;evenspan", false, {}],
    [null, false, {}],
  ])("%j (secure: %s) is read as %j", (header, secure, found) => {
    expect(readCookies(header, secure)).toEqual(found);
  });

  test("nothing in the header makes a fault", () => {
    fc.assert(fc.property(fc.string({ maxLength: 9000 }), (header) => readCookies(header, false) !== null));
  });
});

describe("where to go after sign-in", () => {
  test.each([
    "/en/office",
    "/es/office/people?text=a%20b&sort=name",
    "/en/office?x=1",
    "/en/office/records/release:0123",
  ])("%s is a page of the office", (path) => {
    expect(localPath(path)).toBe(path);
  });

  test.each([
    ...["", null, undefined, "/", "/en", "/en/officers", "/fr/office", "en/office", "//en/office", "/en//office"],
    ...[
      "https://evil.example/en/office",
      "/en/office/\\evil.example",
      "/en/office/a b",
      "/en/office/\n",
      "/en/office\u0000",
    ],
    ...["/en/office/é", "javascript:/en/office", "/\\evil/en/office", `/en/office/${"a".repeat(1600)}`],
  ])("%j is not", (path) => {
    expect(localPath(path)).toBeNull();
  });

  test("whatever is written, what is taken stays on this site", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const path = localPath(`/en/office/${text}`);
        if (path !== null) expect(new URL(path, "https://office.example").origin).toBe("https://office.example");
      }),
    );
  });
});

describe("a browser", () => {
  test.each([
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36",
      "Chrome, Windows",
    ],
    ["Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0", ", Windows"],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile/15E148 Safari/604.1",
      "Safari, iPhone",
    ],
    ["Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36", "Chrome, Android"],
    ["Mozilla/5.0 (Macintosh; Intel Mac OS X 14.5; rv:127.0) Gecko/20100101 Firefox/127.0", "Firefox, Mac"],
    ["Mozilla/5.0 (X11; CrOS x86_64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36", "Chrome, ChromeOS"],
    ["<script>alert(1)</script>", ""],
    [null, ""],
  ])("%s is named %j", (agent, name) => {
    expect(deviceName(agent)).toBe(name.replace(/^, /, "Edge, "));
  });
});

describe("a fault", () => {
  test.each(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ENOENT", "08006", "53300", "57P01"])(
    "with the code %s is the database's",
    (code) => {
      expect(isUnavailable(Object.assign(new Error("down"), { code }))).toBe(true);
    },
  );

  test.each(["23505", "22P02", "42601", "ERR_INVALID_ARG_TYPE", 8])("with the code %s is a bug", (code) => {
    expect(isUnavailable(Object.assign(new Error("bug"), { code }))).toBe(false);
  });

  test("without a code is a bug, unless it says that the connection broke", () => {
    expect(isUnavailable(new TypeError("x is undefined"))).toBe(false);
    expect(isUnavailable("down")).toBe(false);
    expect(isUnavailable(new Error("Connection terminated unexpectedly"))).toBe(true);
    expect(isUnavailable(new Error("timeout exceeded when trying to connect"))).toBe(true);
  });
});
