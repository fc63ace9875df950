const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * Text of XML with its references resolved: the five that XML has, and those by number.
 *
 * @returns null for another reference, an ampersand alone, `]]>`, or a character that XML 1.0 does not have (§2.2)
 * @example
 * plainText("R&amp;D &#xE9;") // => "R&D é"
 * @example
 * plainText("&file;") // => null
 */
export function plainText(written: string): string | null {
  if (written.includes("]]>")) return null;
  let isPlain = true;
  const text = written.replace(/&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(\w+));|&/g, (_, hex, decimal, name) => {
    const resolved = name === undefined ? byNumber(hex, decimal) : Object.hasOwn(named, name) ? named[name] : undefined;
    isPlain &&= resolved !== undefined;
    return resolved ?? "";
  });
  return isPlain && !notXml.test(text) ? text : null;
}

function byNumber(hex: string | undefined, decimal: string | undefined): string | undefined {
  const code = hex === undefined ? Number(decimal ?? Number.NaN) : Number.parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

const notXml = /[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;
