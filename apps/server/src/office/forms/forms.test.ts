import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formOf, plainText } from "./form.ts";
import { formTokens } from "./form-token.ts";
import { limitedBody } from "./limited-body.ts";
import { formKind, mostFormBytes, readForm } from "./read-form.ts";
import { renameFields } from "./rename-fields.ts";
import { isFromOurPage, isSameOrigin } from "./same-origin.ts";

const headers = (given: Readonly<Record<string, string>>) => (name: string) => given[name] ?? null;
const office = "https://office.example";

describe("a form comes from a page of ours", () => {
  test.each([
    [{ origin: "https://office.example" }, office, true],
    [{ origin: "https://office.example", "sec-fetch-site": "cross-site" }, office, true],
    [{ origin: "https://evil.example", "sec-fetch-site": "same-origin" }, office, false],
    [{ origin: "http://office.example" }, office, false],
    [{ origin: "https://office.example:8443" }, office, false],
    [{ origin: "https://office.example.evil.example" }, office, false],
    [{ origin: "null" }, office, false],
    [{ "sec-fetch-site": "same-origin" }, office, true],
    [{ "sec-fetch-site": "same-site" }, office, false],
    [{ "sec-fetch-site": "none" }, office, false],
    [{}, office, false],
    [{ origin: "http://127.0.0.1:8080", host: "127.0.0.1:8080" }, "http://localhost:8080", true],
    [{ origin: "http://localhost:8080", host: "127.0.0.1:8080" }, "http://localhost:8080", true],
    [{ origin: "http://127.0.0.1:9999", host: "127.0.0.1:8080" }, "http://localhost:8080", false],
    [{ origin: "http://evil.example:8080", host: "evil.example:8080" }, "http://localhost:8080", false],
    [{ origin: "http://localhost:8080", host: "localhost:8080" }, office, false],
  ] as const)("%j at %s: %s", (given, site, is) => {
    expect(isSameOrigin(headers(given), site)).toBe(is);
  });
});

describe("someone came from a page of ours, or by hand", () => {
  test.each([
    [{ "sec-fetch-site": "same-origin" }, true],
    [{ "sec-fetch-site": "none" }, true],
    [{ "sec-fetch-site": "cross-site", referer: "https://office.example/en" }, false],
    [{ referer: "https://office.example/en/office/sign-in" }, true],
    [{ referer: "https://evil.example/?https://office.example" }, false],
    [{ referer: "nonsense" }, false],
    [{}, false],
  ] as const)("%j: %s", (given, is) => {
    expect(isFromOurPage(headers(given), office)).toBe(is);
  });
});

describe("tokens", () => {
  const tokens = formTokens(Buffer.alloc(32, 7));
  const token = tokens.make("session a", "person-1");

  test("are good for what they were made for, under the key that made them, and for nothing else", () => {
    expect(tokens.isGood(token, "session a")).toBe(true);
    expect(tokens.isGood(token, "session b")).toBe(false);
    expect(formTokens(Buffer.alloc(32, 8)).isGood(token, "session a")).toBe(false);
  });

  test("never look the same twice, and tell whose form it was", () => {
    expect(tokens.make("session a", "person-1")).not.toBe(token);
    expect(tokens.markIn(token)).toBe(tokens.markOf("person-1"));
    expect(tokens.markIn(tokens.make("visit x", null))).toBe("");
    expect(tokens.markOf("person-2")).not.toBe(tokens.markOf("person-1"));
  });

  test("are not good with any letter of the hidden part changed", () => {
    for (let at = 0; at < 85; at += 7) {
      const changed = `${token.slice(0, at)}${token[at] === "A" ? "B" : "A"}${token.slice(at + 1)}`;
      expect(tokens.isGood(changed, "session a")).toBe(false);
    }
  });

  test("that are none are not good, and make no fault", () => {
    fc.assert(fc.property(fc.string(), (text) => tokens.isGood(text, "session a") === false));
  });
});

describe("a form", () => {
  const form = formOf(
    [
      ["name", " Ana "],
      ["role", "analyst"],
      ["role", "reviewer"],
      ["password", " as it is "],
      ["newPassword", "x"],
      ["code", "123456"],
      ["clientSecret", "s"],
      ["token", "t"],
      ["said", "a\r\nb\u0000c\ud800d"],
    ],
    new Map([["file", { name: "a.pdf", bytes: Buffer.from("x") }]]),
  );

  test("gives its first value without blanks around it, all of them, or letter by letter", () => {
    expect(form.text("name")).toBe("Ana");
    expect(form.all("role")).toEqual(["analyst", "reviewer"]);
    expect(form.exact("password")).toBe(" as it is ");
    expect([form.text("nothing"), form.all("nothing"), form.file("nothing")]).toEqual(["", [], null]);
    expect(form.file("file")?.name).toBe("a.pdf");
  });

  test("keeps nothing that is secret, and no letter that the database cannot hold", () => {
    expect(form.typed).toEqual({ name: [" Ana "], role: ["analyst", "reviewer"], said: ["a\nbcd"] });
  });

  test("of any letters is plain text that is well formed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be left
        expect(plainText(text)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f]/);
        expect(() => encodeURIComponent(plainText(text))).not.toThrow();
      }),
    );
  });
});

describe("a body", () => {
  const request = (body: string | FormData, type?: string) =>
    new Request("http://x/", {
      method: "POST",
      body,
      ...(type !== undefined && { headers: { "content-type": type } }),
    });
  const fields = "application/x-www-form-urlencoded";

  test.each([
    ["application/x-www-form-urlencoded", "fields"],
    ["Application/X-WWW-Form-Urlencoded; charset=UTF-8", "fields"],
    ["multipart/form-data; boundary=x", "files"],
    ["application/json", null],
    ["text/plain", null],
    ["", null],
    [null, null],
  ])("of the type %j is of the kind %j", (type, kind) => {
    expect(formKind(type)).toBe(kind);
  });

  test("is read up to its limit, and not a byte further", async () => {
    expect((await limitedBody(request("x".repeat(100)), 100))?.length).toBe(100);
    expect(await limitedBody(request("x".repeat(101)), 100)).toBeNull();
    const endless = new ReadableStream({ pull: (to) => to.enqueue(new Uint8Array(50)) });
    const streaming = new Request("http://x/", { method: "POST", body: endless, duplex: "half" } as RequestInit);
    expect(await limitedBody(streaming, 120)).toBeNull();
  });

  test("in fields is unescaped once", async () => {
    const form = await readForm(request("a=1%2B1&b=%2541&c=%ff&a=2", fields), "fields", mostFormBytes);
    expect(form).toMatchObject({ typed: { a: ["1+1", "2"], b: ["%41"], c: ["\ufffd"] } });
  });

  test("in parts gives its fields and its files; a file field that was left empty is none", async () => {
    const data = new FormData();
    data.append("name", "año");
    data.append("file", new Blob(["%PDF-1.7"]), "a b.pdf");
    data.append("other", new Blob([]), "");
    const form = await readForm(request(data), "files", 10_000);
    if (!("text" in form)) throw new Error("it is refused");
    expect([form.text("name"), form.file("file")?.name, form.file("file")?.bytes.toString()]).toEqual([
      ...["año", "a b.pdf", "%PDF-1.7"],
    ]);
  });

  test.each([
    ["--x\r\nno part", "multipart/form-data; boundary=x"],
    ["", "multipart/form-data; boundary=x"],
    ["anything", "multipart/form-data"],
  ])("%j as %s cannot be read, and is refused", async (body, type) => {
    expect(await readForm(request(body, type), "files", 10_000)).toMatchObject({ code: "unreadable-form" });
  });

  test("of very many fields is refused", async () => {
    const many = Array.from({ length: 401 }, (_, i) => `f${i}=`).join("&");
    expect(await readForm(request(many, fields), "fields", mostFormBytes)).toMatchObject({ code: "unreadable-form" });
    expect(await readForm(request("x".repeat(50), fields), "fields", 40)).toMatchObject({ code: "too-large" });
  });
});

test("fields of a refusal are named as the form names them", () => {
  const refusal = {
    refused: "invalid",
    code: "input",
    message: "",
    fields: { "grant.role": "a", other: "b" },
  } as const;
  expect(renameFields(refusal, { "grant.role": "role" }).fields).toEqual({ role: "a", other: "b" });
  expect(renameFields({ refused: "conflict", code: "x", message: "" }, {})).toEqual({
    refused: "conflict",
    code: "x",
    message: "",
  });
});
