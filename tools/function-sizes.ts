import ts from "typescript";

/** A function with a body, and how many lines it has from its first to its last. */
export type FunctionSize = Readonly<{ name: string; line: number; lines: number }>;

/**
 * The functions of a TypeScript text with their lines. One that lies in another counts in both.
 *
 * @example
 * functionSizes("a.ts", "const twice = (n: number) =>\n  2 * n;") // => [{ name: "twice", line: 1, lines: 2 }]
 */
export function functionSizes(file: string, text: string): FunctionSize[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const sizes: FunctionSize[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && "body" in node && node.body) sizes.push(sizeOf(source, node));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return sizes;
}

function sizeOf(source: ts.SourceFile, node: ts.SignatureDeclaration): FunctionSize {
  const [first, last] = [node.getStart(source), node.getEnd()].map(
    (at) => source.getLineAndCharacterOfPosition(at).line,
  );
  return { name: nameOf(source, node), line: first! + 1, lines: last! - first! + 1 };
}

function nameOf(source: ts.SourceFile, node: ts.SignatureDeclaration): string {
  const named =
    node.name ??
    (ts.isVariableDeclaration(node.parent) || ts.isPropertyAssignment(node.parent) ? node.parent.name : undefined);
  return named?.getText(source) ?? "a function without a name";
}
