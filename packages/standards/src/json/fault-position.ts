const blank = /[ \t\r\n]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 8259 §7 forbids them unescaped.
const string = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

type Awaited = "value" | "value-or-end" | "key" | "key-or-end" | "colon" | "comma-or-end" | "nothing";

/**
 * Where text stops being JSON: the offset of the first character that cannot stand there, or the text's length where
 * it ends too early or is JSON after all. Node 20 tells no position for most faults, and people need the line.
 *
 * @example
 * faultPosition('{"a": oops}') // => 6
 * @example
 * faultPosition('[1, 2') // => 5
 */
export function faultPosition(text: string): number {
  const open: ("{" | "[")[] = [];
  let awaited: Awaited = "value";
  let at = 0;
  for (;;) {
    at = after(blank, text, at) ?? at;
    const char = text[at];
    if (char === undefined || awaited === "nothing") return at;
    const end = after(string, text, at) ?? after(scalar, text, at);
    const wantsValue = awaited === "value" || awaited === "value-or-end";
    if (wantsValue && (char === "{" || char === "[")) {
      open.push(char);
      awaited = char === "{" ? "key-or-end" : "value-or-end";
      at++;
    } else if (wantsValue && end !== null) {
      awaited = open.length > 0 ? "comma-or-end" : "nothing";
      at = end;
    } else if (awaited.startsWith("key") && char === '"' && end !== null) {
      awaited = "colon";
      at = end;
    } else if (awaited === "colon" && char === ":") {
      awaited = "value";
      at++;
    } else if (awaited === "comma-or-end" && char === ",") {
      awaited = open.at(-1) === "{" ? "key" : "value";
      at++;
    } else if (awaited.endsWith("or-end") && char === (open.at(-1) === "{" ? "}" : "]")) {
      open.pop();
      awaited = open.length > 0 ? "comma-or-end" : "nothing";
      at++;
    } else return at;
  }
}

/** The offset behind what the pattern matches just here, or null. */
function after(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}
