// Compares what an example gives with what its docstring shows, digit for digit as far as it is shown.
import ts from "typescript";

/** What differs between a value and the literal shown for it; undefined where they agree. */
export function shownDifference(got: unknown, shown: string): string | undefined {
  const tree = ts.createSourceFile("shown.ts", `(${shown})`, ts.ScriptTarget.Latest, true);
  const statement = tree.statements[0];
  if (tree.statements.length !== 1 || statement === undefined || !ts.isExpressionStatement(statement)) {
    return `cannot read what is shown: ${shown}`;
  }
  return difference(got, statement.expression, "it");
}

/** Numbers agree to half of the last digit shown, objects in the fields shown, arrays entry by entry, text exactly. */
function difference(got: unknown, shown: ts.Expression, where: string): string | undefined {
  if (ts.isParenthesizedExpression(shown)) return difference(got, shown.expression, where);
  if (ts.isObjectLiteralExpression(shown)) return objectDifference(got, shown, where);
  if (ts.isArrayLiteralExpression(shown)) {
    const entries = ArrayBuffer.isView(got) || Array.isArray(got) ? Array.from(got as ArrayLike<unknown>) : undefined;
    if (entries?.length !== shown.elements.length) return `${where} is ${said(got)}, shown as ${shown.getText()}`;
    return first(shown.elements.map((entry, i) => difference(entries[i], entry, `${where}[${i}]`)));
  }
  const number = numberShown(shown);
  if (number !== undefined) {
    const slack = number.half + 1e-12 * Math.abs(number.value);
    if (typeof got === "number" && (got === number.value || Math.abs(got - number.value) <= slack)) return undefined;
  } else if (got === literal(shown)) return undefined;
  return `${where} is ${said(got)}, shown as ${shown.getText()}`;
}

function objectDifference(got: unknown, shown: ts.ObjectLiteralExpression, where: string): string | undefined {
  if (typeof got !== "object" || got === null) return `${where} is ${said(got)}, shown as ${shown.getText()}`;
  return first(
    shown.properties.map((property) => {
      if (!ts.isPropertyAssignment(property)) return `cannot read ${property.getText()}`;
      const key =
        ts.isIdentifier(property.name) || ts.isStringLiteral(property.name)
          ? property.name.text
          : property.name.getText();
      return difference((got as Record<string, unknown>)[key], property.initializer, `${where}.${key}`);
    }),
  );
}

/** The value of a number shown, and half a unit of its last digit. */
function numberShown(shown: ts.Expression): { value: number; half: number } | undefined {
  if (ts.isPrefixUnaryExpression(shown) && shown.operator === ts.SyntaxKind.MinusToken) {
    const positive = numberShown(shown.operand);
    return positive && { ...positive, value: -positive.value };
  }
  if (ts.isIdentifier(shown) && shown.text === "Infinity") return { value: Infinity, half: 0 };
  if (!ts.isNumericLiteral(shown)) return undefined;
  const written = shown.getText().replaceAll("_", "");
  const [digits = "", exponent = "0"] = written.toLowerCase().split("e");
  const decimals = digits.split(".")[1]?.length ?? 0;
  return { value: Number(written), half: 0.5 * 10 ** (Number(exponent) - decimals) };
}

function literal(shown: ts.Expression): unknown {
  if (ts.isStringLiteralLike(shown)) return shown.text;
  if (shown.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (shown.kind === ts.SyntaxKind.FalseKeyword) return false;
  if (shown.kind === ts.SyntaxKind.NullKeyword) return null;
  return ts.isIdentifier(shown) && shown.text === "undefined" ? undefined : Symbol(shown.getText());
}

function first(differences: readonly (string | undefined)[]): string | undefined {
  return differences.find((one) => one !== undefined);
}

function said(got: unknown): string {
  return typeof got === "number" ? String(got) : (JSON.stringify(got) ?? String(got));
}
