import { expect, test } from "vitest";
import { functionSizes } from "./function-sizes.ts";
import { codeLinesIn, type SourceText, sizeFaults } from "./sizes.ts";

const lines = (count: number): string =>
  "\n"
    .repeat(count - 1)
    .replaceAll("\n", "x;\n")
    .concat("x;\n");
const sources = (...counts: number[]): SourceText[] =>
  counts.map((count, index) => ({ file: `f${index}.ts`, text: lines(count) }));
const tested = (texts: SourceText[]): SourceText[] => [...texts, { file: "f.test.ts", text: lines(5000) }];
const functionOf = (count: number): string => `export function long() {\n${lines(count - 2)}}\n`;

test("files within the limits are no fault, and are measured", () => {
  const { faults, measured } = sizeFaults(tested(sources(10, 49, 49, 300)));
  expect(faults).toEqual(["the 90th percentile file has 300 lines; it should stay under 150"]);
  expect(measured).toContain("files 49/300/300 lines");
  expect(sizeFaults(tested(sources(10, 20, 30, 40, 49, 49, 50, 50, 149, 300))).faults).toEqual([]);
});

test.each<[string, SourceText[], string]>([
  ["a file that is too long", sources(1, 1, 1, 1, 1, 1, 1, 1, 1, 301), "f9.ts has 301 lines; 300 is the most"],
  ["a median that is too long", sources(50, 50, 50), "the median file has 50 lines; it should stay under 50"],
  [
    "a ninth in ten that is too long",
    sources(1, 1, 1, 1, 1, 1, 1, 1, 150, 151),
    "the 90th percentile file has 150 lines",
  ],
  ["a function that is too long", [{ file: "f.ts", text: functionOf(61) }], "f.ts:1 long has 61 lines; 60 is the most"],
  ["a median function that is too long", [{ file: "f.ts", text: functionOf(10) }], "the median function has 10 lines"],
])("%s is found", (_, texts, sentence) => {
  expect(sizeFaults(tested(texts)).faults.join("\n")).toContain(sentence);
});

test("too few tests are found, and long tests are not", () => {
  expect(sizeFaults([...sources(40, 40), { file: "f.test.ts", text: lines(56) }]).faults).toEqual([]);
  expect(sizeFaults([...sources(40, 40), { file: "f.test.ts", text: lines(55) }]).faults).toEqual([
    "tests are 0.69 of the source; at least 0.7 is wanted",
  ]);
});

test("documentation, remarks and blank lines are no lines of code", () => {
  expect(codeLinesIn("/**\n * What it is.\n */\nexport const a = 1; // why\n\n// a remark\nf(a);\n")).toBe(2);
  const documented = [{ file: "f.ts", text: `${"// a remark\n".repeat(200)}${lines(40)}` }];
  expect(sizeFaults(tested(documented)).faults).toEqual([]);
});

test("functions of every kind are counted, those in others too, and those without a body are not", () => {
  const text = `
interface A { m(): void }
declare function outside(): void;
export const arrow = () => 1;
class B {
  method() {
    return [1].map((n) => n);
  }
  get it() { return 2; }
}
const c = { d() {}, e: function () {} };`;
  expect(functionSizes("a.ts", text).map(({ name, line, lines: count }) => `${name} ${line} ${count}`)).toEqual([
    "arrow 4 1",
    "method 6 3",
    "a function without a name 7 1",
    "it 9 1",
    "d 11 1",
    "e 11 1",
  ]);
});
