/**
 * An address as the log may tell it: without what was searched for, and with everything that could name a person or open
 * something (ids, tokens, numbers, mail addresses) put aside.
 *
 * @example
 * routeLabel("/en/office/people/9f1c2a30-0000-4000-8000-000000000001?q=ana") // => "/en/office/people/:id"
 * @example
 * routeLabel("/es/areas/west-garfield-park") // => "/es/areas/west-garfield-park"
 */
export function routeLabel(address: string): string {
  const [path = ""] = address.split(/[?#]/, 1);
  const parts = path.split("/").slice(0, 8);
  return parts.map((part) => (isPlain(part) ? part : ":id")).join("/");
}

/** Words of an address are small letters and dashes; tokens and ids are neither, or are long. */
const isPlain = (part: string): boolean => /^[a-z-]{0,40}$/.test(part) || /^[1-9]\d{0,5}$/.test(part);

/**
 * Which part of the site an address belongs to: few enough to count by.
 *
 * @example
 * siteOf("/en/office/people") // => "office"
 * @example
 * siteOf("/en/areas") // => "portal"
 */
export function siteOf(address: string): "portal" | "office" | "sign-in" | "files" | "assets" | "health" {
  const [, first, second = ""] = address.split(/[/?#]/, 4);
  if (first === "sign-in" || first === "files" || first === "assets") return first;
  if (first === "health" || first === "ready") return "health";
  return second === "office" ? "office" : "portal";
}
