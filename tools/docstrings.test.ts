import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkDocstrings } from "./docstrings.ts";
import { methodPages, pageName, stalePages } from "./methods.ts";
import { shownDifference } from "./shown-value.ts";

const complete = (name: string, example: string) => `
/**
 * Half of a number.
 *
 * Formula. x/2.
 * Units. None.
 * Refuses. Nothing.
 * References. None.
 * Checked against. Itself.
 * @example
 * ${example}
 */
export function ${name}(x: number): number {
  return x / 2;
}
`;

let root: string;
const plant = (file: string, text: string) => {
  mkdirSync(path.join(root, "src"), { recursive: true });
  writeFileSync(path.join(root, "src", file), text);
};

beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), "docstrings-"));
  plant("half.ts", complete("half", "half(3) // => 1.5"));
  plant("wrong.ts", complete("wrong", "wrong(3) // => 1.6"));
  plant("silent.ts", "/** Half, without its formula. */\nexport const silent = (x: number): number => x / 2;\n");
  plant("bare.ts", "export type Bare = string;\n");
  plant("thrown.ts", complete("thrown", "nowhere(3) // => 1.5"));
  plant("inner.ts", "/** Not offered by the entry, so a sentence will do. */\nexport function inner(): void {}\n");
  plant(
    "index.ts",
    ["half", "wrong", "silent", "thrown"].map((name) => `export { ${name} } from "./${name}.ts";\n`).join(""),
  );
});
afterAll(() => rmSync(root, { recursive: true }));

describe("a planted fault is found", () => {
  const complaintsAbout = async (name: string) => {
    const { complaints } = await checkDocstrings(root, { folder: "src", entry: "src/index.ts" });
    return complaints.filter((complaint) => complaint.startsWith(`src/${name}.ts`));
  };
  test("a complete docstring has nothing to complain of", async () => {
    expect(await complaintsAbout("half")).toEqual([]);
    expect(await complaintsAbout("inner")).toEqual([]);
  });
  test("an example off by its last digit", async () => {
    expect(await complaintsAbout("wrong")).toEqual(["src/wrong.ts wrong, example wrong(3): it is 1.5, shown as 1.6"]);
  });
  test("an example that throws", async () => {
    expect(await complaintsAbout("thrown")).toEqual([
      "src/thrown.ts thrown, example nowhere(3): fails: nowhere is not defined",
    ]);
  });
  test("missing sections and a missing example", async () => {
    expect(await complaintsAbout("silent")).toHaveLength(6);
  });
  test("an export without a docstring", async () => {
    expect(await complaintsAbout("bare")).toEqual(["src/bare.ts Bare has no docstring"]);
  });
  test("examples are counted", async () => {
    const { exports, examples } = await checkDocstrings(root, { folder: "src", entry: "src/index.ts" });
    expect({ exports, examples }).toEqual({ exports: 6, examples: 3 });
  });
});

describe("what is shown is compared to the digits shown", () => {
  test.each([
    [1.2345, "1.23"],
    [1.235, "1.24"],
    [7.6e-24, "7.6e-24"],
    [-0.5, "-0.5"],
    [Infinity, "Infinity"],
    [{ a: 1, b: [1, 2.04] }, "{ b: [1, 2.0] }"],
    [Float64Array.of(1, 2), "[1, 2]"],
    [{ undefined: "no-events", message: "…" }, '{ undefined: "no-events" }'],
    [true, "true"],
    [undefined, "undefined"],
  ])("%j agrees with %s", (got, shown) => {
    expect(shownDifference(got, shown)).toBeUndefined();
  });
  test.each([
    [1.2345, "1.24"],
    [7.7e-24, "7.6e-24"],
    [{ a: 1 }, "{ a: 2 }"],
    [{ a: 1 }, "{ b: 1 }"],
    [[1, 2], "[1]"],
    [Number.NaN, "0"],
    [undefined, "1"],
    ["no-events", '"no-event"'],
    [1, "not a literal"],
  ])("%j does not agree with %s", (got, shown) => {
    expect(shownDifference(got, shown)).toBeTypeOf("string");
  });
});

describe("the pages of docs/methods", () => {
  test("are as fresh as the docstrings", () => {
    expect(stalePages(methodPages())).toEqual([]);
  });
  test("a changed page is stale", () => {
    const pages = methodPages();
    pages.set("README.md", "something else\n");
    pages.set("new-method.md", "new\n");
    expect(stalePages(pages)).toEqual(["README.md", "new-method.md"]);
  });
  test("are named for their function", () => {
    expect(pageName("yearsOfLifeLost")).toBe("years-of-life-lost.md");
    expect(pageName("rule3030")).toBe("rule3030.md");
  });
});
