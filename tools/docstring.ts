// Reads exports and their docstrings out of TypeScript, for the check that runs them and the pages made of them.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** One `@example`: an expression and, after `// =>`, what it gives; nothing after it means that it is only shown. */
export type Example = Readonly<{ code: string; gives?: string }>;

/** An export with what its docstring says. */
export type Documented = Readonly<{
  file: string;
  name: string;
  kind: "function" | "type" | "value";
  /** The docstring without its stars; undefined where there is none. */
  text?: string;
  /** What stands before the first section. */
  summary: string;
  /** The paragraphs that begin with "Formula.", "Units." and so on, by that word. */
  sections: ReadonlyMap<string, string>;
  examples: readonly Example[];
}>;

/** The sections every statistic must have, in order. */
export const sectionNames = ["Formula", "Units", "Refuses", "References", "Checked against"] as const;

/** TypeScript files below a folder, tests and generated schemas left out, in order. */
export function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter(
      (name) =>
        /\.tsx?$/.test(name) && !/\.(test|bench)\.tsx?$/.test(name) && !/(^|\/)(node_modules|schema\.ts)/.test(name),
    )
    .map((name) => path.join(folder, name))
    .sort();
}

/** Every export that a file declares itself; re-exports belong to the file they come from. */
export function documentedExports(file: string): Documented[] {
  const source = readFileSync(file, "utf8");
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found: Documented[] = [];
  for (const statement of tree.statements) {
    if (!ts.canHaveModifiers(statement)) continue;
    if (!ts.getModifiers(statement)?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)) continue;
    const text = docstring(source, statement.getFullStart());
    for (const [name, kind] of declared(statement)) found.push({ file, name, kind, ...parseDocstring(text) });
  }
  return found;
}

/** The names that the entry of a package passes on. */
export function entryNames(file: string): Set<string> {
  const tree = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const names = new Set<string>();
  for (const statement of tree.statements) {
    if (!ts.isExportDeclaration(statement) || statement.exportClause === undefined) continue;
    if (ts.isNamedExports(statement.exportClause)) {
      for (const element of statement.exportClause.elements) names.add(element.name.text);
    }
  }
  return names;
}

function declared(statement: ts.Statement): [string, Documented["kind"]][] {
  if (ts.isFunctionDeclaration(statement)) return [[statement.name?.text ?? "default", "function"]];
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name, initializer }) => [
      name.getText(),
      initializer !== undefined && ts.isArrowFunction(initializer) ? "function" : "value",
    ]);
  }
  if (ts.isClassDeclaration(statement)) return [[statement.name?.text ?? "default", "value"]];
  if (ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement))
    return [[statement.name.text, "type"]];
  return [];
}

function docstring(source: string, start: number): string | undefined {
  const comments = ts.getLeadingCommentRanges(source, start) ?? [];
  const last = comments.map(({ pos, end }) => source.slice(pos, end)).findLast((comment) => comment.startsWith("/**"));
  return last
    ?.slice(3, -2)
    .replace(/^[ \t]*\* ?/gm, "")
    .trim();
}

/** Splits a docstring into its summary, sections and examples. */
export function parseDocstring(text: string | undefined): Omit<Documented, "file" | "name" | "kind"> {
  const [prose = "", ...examples] = (text ?? "").split(/^@example[ \t]*$/m);
  const sections = new Map<string, string>();
  const opening = new RegExp(`^(?=(?:${sectionNames.join("|")})\\. )`, "m");
  const [summary = "", ...paragraphs] = prose.split(opening);
  for (const paragraph of paragraphs) {
    const dot = paragraph.indexOf(". ");
    sections.set(paragraph.slice(0, dot), flat(paragraph.slice(dot + 2)));
  }
  return {
    ...(text !== undefined && { text }),
    summary: flat(summary),
    sections,
    examples: examples.map(parseExample),
  };
}

function parseExample(block: string): Example {
  const [code = "", ...rest] = block.split("// =>");
  if (rest.length === 0) return { code: block.trim() };
  const gives = rest.join("// =>").replace(/^\s*\/\/ ?/gm, "");
  return { code: code.trim(), gives: gives.trim() };
}

function flat(paragraph: string): string {
  return paragraph.trim().replace(/\s*\n\s*/g, " ");
}
