import type { Hono } from "hono";

/** What a form says: each field once, or several times. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** A browser without a script: it keeps cookies, sends the tokens of forms, and goes where it is sent. */
export type OfficeBrowser = Readonly<{
  cookies: Map<string, string>;
  get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  /** The text of a page. */
  text: (path: string) => Promise<string>;
  /** Opens a page, fills in one of its forms, and sends it; gives the answer as it came. */
  send: (path: string, form: string, fields?: Fields, headers?: Record<string, string>) => Promise<Response>;
  /** Sends a form in parts, as it is. */
  upload: (path: string, data: FormData) => Promise<Response>;
  /** Sends fields as they are, without opening a page. */
  post: (path: string, fields: Fields, headers?: Record<string, string>) => Promise<Response>;
}>;

/** Where the browser finds the office. */
export const site = "http://localhost";

/** Opens a browser, with the cookie of a session where one is given. */
export function officeBrowser(app: Hono, session?: string): OfficeBrowser {
  const cookies = new Map<string, string>(session ? [["evenspan", session]] : []);
  const ask = async (path: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (cookies.size > 0) headers.set("cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    const answer = await app.request(`${site}${path}`, { ...init, headers });
    for (const line of answer.headers.getSetCookie()) keepCookie(cookies, line);
    return answer;
  };
  const get: OfficeBrowser["get"] = (path, headers = {}) =>
    ask(path, { headers: { "sec-fetch-site": "same-origin", ...headers } });
  const post: OfficeBrowser["post"] = (path, fields, headers = {}) => {
    const body = new URLSearchParams(
      Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one])),
    );
    return ask(path, { method: "POST", body, headers: { origin: site, ...headers } });
  };
  return {
    ...{ cookies, get, post },
    upload: (path, data) => ask(path, { method: "POST", body: data, headers: { origin: site } }),
    text: async (path) => (await get(path)).text(),
    send: async (path, form, fields = {}, headers = {}) => {
      const { to, hidden } = formIn(await (await get(path)).text(), form);
      return post(to ?? path, { ...hidden, ...fields }, headers);
    },
  };
}

/** A form of a page by its id: where it goes, and its hidden fields. */
export function formIn(html: string, id: string): { to: string | undefined; hidden: Record<string, string> } {
  const found = new RegExp(`<form id="${id}"([^>]*)>(.*?)</form>`, "s").exec(html);
  if (!found) throw new Error(`the page has no form ${id}: ${html.replace(/<[^>]+>/g, " ").slice(0, 300)}`);
  const [, attributes = "", inside = ""] = found;
  const hidden = [...inside.matchAll(/<input type="hidden"[^>]*>/g)].flatMap(([input]) => {
    const [name, value] = [/ name="([^"]*)"/.exec(input)?.[1], / value="([^"]*)"/.exec(input)?.[1]];
    return name === undefined ? [] : [[name, unescaped(value ?? "")]];
  });
  return {
    to: / action="([^"]*)"/.exec(attributes)?.[1]?.replaceAll("&amp;", "&"),
    hidden: Object.fromEntries(hidden),
  };
}

const unescaped = (text: string): string =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

function keepCookie(cookies: Map<string, string>, line: string): void {
  const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
  if (value === "" || /; Max-Age=0(;|$)/.test(line)) cookies.delete(name);
  else cookies.set(name, value);
}
