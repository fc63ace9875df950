import { expect, test } from "vitest";
import { importGraph, importsOf } from "./import-graph.ts";

test("every form of import is seen, and whether it is of types alone", () => {
  const text = `
    import a from "./a.ts";
    import type { B } from "./b.ts";
    import { type C } from "./c.ts";
    export { d } from "./d.ts";
    export type { E } from "./e.ts";
    const f = await import("./f.ts");
    type G = import("./g.ts").G;
    import "./h.css";
    // import "./comment.ts";
    const text = 'import "./text.ts"';`;
  const seen = importsOf("apps/cli/src/x.ts", text).map(({ written, isType }) => `${written}${isType ? " type" : ""}`);
  expect(seen).toEqual([
    "./a.ts",
    "./b.ts type",
    "./c.ts",
    "./d.ts",
    "./e.ts type",
    "./f.ts",
    "./g.ts type",
    "./h.css",
  ]);
});

test("names of ours lead to files that are there", () => {
  const targets = new Map(
    [...importGraph()].flatMap(([file, imports]) => imports.map((each) => [each.target, file] as const)),
  );
  expect(targets.get("packages/database/src/testing.ts")).toBeDefined();
  expect(targets.get("packages/stats/src/index.ts")).toBeDefined();
});
