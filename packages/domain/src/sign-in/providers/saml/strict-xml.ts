import { attributesIn, declaredIn, type Scope } from "./xml-attributes.ts";
import { plainText } from "./xml-text.ts";

/** An element of a strict text. `text` is its own text without that of the elements in it. */
export type XmlElement = Readonly<{
  /** The local name. */
  name: string;
  namespace: string;
  /** By local name, without declarations of namespaces. */
  attributes: ReadonlyMap<string, string>;
  children: readonly XmlElement[];
  text: string;
}>;

type Open = { tag: string; scope: Scope; element: XmlElement & { children: XmlElement[]; text: string } };

const space = "[ \\t\\n]";
const name = "[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?";
const value = "\"[^\"<]*\"|'[^'<]*'";
const token = new RegExp(
  `<(?<opens>${name})(?<attributes>(?:${space}+${name}${space}*=${space}*(?:${value}))*)${space}*(?<empty>/?)>` +
    `|</(?<closes>${name})${space}*>|(?<text>[^<]+)`,
  "y",
);
const declaration = /^<\?xml version="1\.0"(?: encoding="utf-8")?(?: standalone="(?:yes|no)")? ?\?>/i;
const deepest = 40;

/**
 * Reads XML in which there is nothing to disagree about: elements, attributes, text and the five references that XML itself
 * has, beside references by number. No document type, entity, comment, CDATA or instruction, each of which has been used
 * to make two readers of the same signed text see two different things; no attribute twice, no name without its
 * namespace. Line ends are as XML 1.0 §2.11 has them.
 *
 * @returns the outermost element, or null where the text is anything but that
 * @example
 * strictXml("<a xmlns='x'><b>1 &lt; 2</b></a>")?.children[0]?.text // => "1 < 2"
 * @example
 * strictXml("<a>ana@x.org<!---->.y.org</a>") // => null
 */
export function strictXml(source: string): XmlElement | null {
  const xml = source.replace(/\r\n?/g, "\n").replace(declaration, "");
  const top: XmlElement[] = [];
  const open: Open[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < xml.length) {
    const found = token.exec(xml)?.groups;
    if (!found) return null;
    if (open.length === 0 && /^[ \t\n]+$/.test(found.text ?? "")) continue;
    if (open.length === 0 && (found.text !== undefined || top.length === 1)) return null;
    if (!(found.opens ? begin(found, open, top) : found.closes ? end(found.closes, open) : say(found.text!, open)))
      return null;
  }
  return open.length === 0 ? (top[0] ?? null) : null;
}

type Found = Readonly<Record<string, string>>;

function begin({ opens = "", attributes = "", empty }: Found, open: Open[], top: XmlElement[]): boolean {
  const written = attributesIn(attributes);
  const scope = written && declaredIn(written, open.at(-1)?.scope ?? new Map([["", ""]]));
  if (!scope || open.length >= deepest) return false;
  const [prefix, local] = opens.includes(":") ? (opens.split(":") as [string, string]) : ["", opens];
  const namespace = scope.names.get(prefix);
  if (namespace === undefined) return false;
  const element = { name: local, namespace, attributes: scope.attributes, children: [], text: "" };
  (open.at(-1)?.element.children ?? top).push(element);
  if (empty === "") open.push({ tag: opens, scope: scope.names, element });
  return true;
}

const end = (tag: string, open: Open[]): boolean => open.pop()?.tag === tag;

function say(written: string, open: Open[]): boolean {
  const text = plainText(written);
  const within = open.at(-1);
  if (text === null || !within) return false;
  within.element.text += text;
  return true;
}
