import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { sourceFiles } from "./source-files.ts";

/** An import: what the file wrote, the file of ours or the package that it means, and whether it vanishes at run time. */
export type Import = Readonly<{ written: string; target: string; isType: boolean }>;

/** Every file of ours with what it imports, in any form: static, dynamic, re-exported, or of types alone. */
export type ImportGraph = ReadonlyMap<string, readonly Import[]>;

/** Reads the imports of all our TypeScript. */
export const importGraph = (): ImportGraph =>
  new Map(sourceFiles().map((file) => [file, importsOf(file, readFileSync(file, "utf8"))]));

/** The imports that a file's text holds. */
export function importsOf(file: string, text: string): Import[] {
  const imports: Import[] = [];
  const visit = (node: ts.Node): void => {
    const name = nameImported(node);
    if (name && ts.isStringLiteralLike(name))
      imports.push({ written: name.text, target: importTarget(file, name.text), isType: isOfTypes(node) });
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false));
  return imports;
}

function nameImported(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isImportTypeNode(node)) return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined;
  return ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
    ? node.arguments[0]
    : undefined;
}

const isOfTypes = (node: ts.Node): boolean =>
  ts.isImportTypeNode(node) ||
  (ts.isImportDeclaration(node) && node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword) ||
  (ts.isExportDeclaration(node) && node.isTypeOnly);

/**
 * The file that an import means, by its path from the root; a package that is not ours keeps its name.
 *
 * @example
 * importTarget("apps/cli/src/main.ts", "@evenspan/domain/kernel/refusal") // => "packages/domain/src/kernel/refusal.ts"
 * @example
 * importTarget("packages/stats/src/rates/crude.ts", "../index.ts") // => "packages/stats/src/index.ts"
 */
function importTarget(file: string, written: string): string {
  if (written.startsWith(".")) return path.posix.join(path.posix.dirname(file), written);
  const [, name, within = "index"] = /^@evenspan\/([^/]+)(?:\/(.+))?$/.exec(written) ?? [];
  if (name === undefined) return written;
  const folder = ["server", "cli"].includes(name) ? "apps" : "packages";
  const base = `${folder}/${name}/src/${within}`;
  return existsSync(`${base}.tsx`) ? `${base}.tsx` : `${base}.ts`;
}
