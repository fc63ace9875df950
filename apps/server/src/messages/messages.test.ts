import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import { messages, translator } from "./translate.ts";

const keys = Object.keys(messages.en) as (keyof typeof messages.en)[];

/** Names and kinds of a message's arguments, and the branches of its plurals. */
function parts(text: string): { args: string[]; branches: string[] } {
  const args = new Set<string>();
  const branches: string[] = [];
  const walk = (elements: ReturnType<IntlMessageFormat["getAst"]>): void => {
    for (const element of elements) {
      if ("value" in element && element.type !== 0) args.add(element.value);
      if (!("options" in element) || element.options === undefined) continue;
      branches.push(Object.keys(element.options).sort().join(" "));
      for (const option of Object.values(element.options)) walk(option.value);
    }
  };
  walk(new IntlMessageFormat(text, "en", undefined, { ignoreTag: true }).getAst());
  return { args: [...args].sort(), branches };
}

describe("messages", () => {
  test("both languages have the same ones", () => {
    expect(Object.keys(messages.es).sort()).toEqual([...keys].sort());
  });

  test.each(keys)("%s names the same things in both languages", (key) => {
    expect(parts(messages.es[key]).args).toEqual(parts(messages.en[key]).args);
  });

  test("a Spanish plural has the branch that millions take", () => {
    for (const key of keys)
      for (const branches of parts(messages.es[key]).branches)
        expect([key, branches]).toEqual([key, expect.stringContaining("many")]);
  });

  test("no two Spanish sentences are left in English", () => {
    const alike = keys.filter(
      (key) => messages.en[key] === messages.es[key] && /[a-z]{3}/i.test(messages.en[key].replace(/\{\w+\}/g, "")),
    );
    expect(alike).toEqual([]);
  });

  test("every one is used by a page", () => {
    const folder = fileURLToPath(new URL("..", import.meta.url));
    const source = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file) && !/messages\/e[ns]|\.test\.tsx?$/.test(file))
      .map((file) => readFileSync(`${folder}/${file}`, "utf8"))
      .join("\n");
    expect(keys.filter((key) => !source.includes(`"${key}"`))).toEqual([]);
  });

  test("no straight apostrophe stands in one, which would quote what follows it", () => {
    const all = Object.values(messages).flatMap((of) => Object.values(of));
    expect(all.filter((text) => text.includes("'"))).toEqual([]);
  });
});

test("a count is said in the plural of its language", () => {
  expect(translator("en")("legend.areas", { count: 1 })).toBe("1 area");
  expect(translator("en")("legend.areas", { count: 0 })).toBe("0 areas");
  expect(translator("es")("legend.areas", { count: 1_000_000 })).toBe("1,000,000 áreas");
});

test("what a message names cannot be left out", () => {
  // @ts-expect-error the message names a count
  expect(() => translator("en")("legend.areas", {})).toThrow();
});
