/**
 * The line (the first is 1) on which each element of a list begins, in JSON text that has been found well-formed.
 *
 * `key` names a list of the outermost object; null means that the outermost value is the list. Empty where there is no
 * such list. JSON.parse forgets where things stood, and a complaint without its line is of little use.
 *
 * @example
 * elementLines('[\n1,\n{"a": 2}]', null) // => [2, 3]
 * @example
 * elementLines('{"data": [\n[1],\n[2]]}', "data") // => [2, 3]
 */
export function elementLines(text: string, key: string | null): number[] {
  const listDepth = key === null ? 1 : 2;
  const lines: number[] = [];
  let line = 1;
  let depth = 0;
  let inList = false;
  let lastString = "";
  let elementOpen = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    if (char === "\n") line++;
    if (char === " " || char === "\n" || char === "\r" || char === "\t" || char === "\uFEFF") continue;
    const closes = char === "]" || char === "}";
    if (inList && depth === listDepth && !closes && char !== "," && !elementOpen) {
      lines.push(line);
      elementOpen = true;
    }
    if (char === '"') {
      const end = stringEnd(text, at);
      if (depth === 1) lastString = text.slice(at + 1, end);
      at = end;
    } else if (char === "[" || char === "{") {
      depth++;
      if (depth === listDepth && char === "[" && (key === null || lastString === key)) inList = true;
    } else if (closes) {
      if (inList && depth === listDepth) return lines;
      depth--;
    } else if (char === "," && depth === listDepth) elementOpen = false;
  }
  return lines;
}

// Strings of JSON hold no line breaks, so that none is missed by leaping over them.
function stringEnd(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at;
}
