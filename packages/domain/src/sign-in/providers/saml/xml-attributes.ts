import { plainText } from "./xml-text.ts";

/** Namespaces by prefix; "" is the default one. */
export type Scope = ReadonlyMap<string, string>;

const attribute = /([\w.:-]+)[ \t\n]*=[ \t\n]*(?:"([^"]*)"|'([^']*)')/g;
const xmlNamespace = "http://www.w3.org/XML/1998/namespace";

const mostNamespaces = 40;

/** The attributes of a tag by their written names; null where one stands twice or holds what is no text. */
export function attributesIn(written: string): ReadonlyMap<string, string> | null {
  const attributes = new Map<string, string>();
  for (const [, name = "", double, single] of written.matchAll(attribute)) {
    const value = plainText((double ?? single ?? "").replace(/[\t\n]/g, " "));
    if (value === null || attributes.has(name)) return null;
    attributes.set(name, value);
  }
  return attributes;
}

/**
 * Splits attributes into namespaces, added to those around, and the others by local name. Null where two have the same
 * local name, so that nothing can take the place of an `ID`, where a prefix stands for nothing, or where `xml` or `xmlns`
 * would be given another meaning; or where there are more namespaces than in any real response.
 */
export function declaredIn(
  written: ReadonlyMap<string, string>,
  around: Scope,
): Readonly<{ names: Scope; attributes: ReadonlyMap<string, string> }> | null {
  const names = new Map([...around, ["xml", xmlNamespace]]);
  const attributes = new Map<string, string>();
  for (const [name, value] of written) {
    if (name === "xmlns") names.set("", value);
    else if (!name.startsWith("xmlns:")) continue;
    else if (value === "" || /^xmlns:(xml|xmlns)$/.test(name)) return null;
    else names.set(name.slice("xmlns:".length), value);
  }
  if (names.size > mostNamespaces) return null;
  for (const [name, value] of written) {
    if (/^xmlns(:|$)/.test(name)) continue;
    const [local, prefix] = name.split(":").reverse() as [string, string?];
    if (attributes.has(local) || (prefix !== undefined && !names.has(prefix))) return null;
    attributes.set(local, value);
  }
  return { names, attributes };
}
