/** The cookies of the office. None is for anything but signing in and keeping what was typed. */
export const cookieNames = {
  /** Who is signed in: an opaque token. */
  session: "evenspan",
  /** A visit before sign-in, to which its forms are bound. */
  visit: "evenspan-visit",
  /** A form that was sent when the session had ended. */
  kept: "evenspan-kept",
  /** What is to be said on the next page: the key of a message. */
  said: "evenspan-said",
  /** A sign-in under way at a provider. */
  provider: "evenspan-provider",
} as const;

/** One of the cookies. */
export type CookieName = keyof typeof cookieNames;

/** A cookie to be set; an empty value takes it away. */
export type NewCookie = Readonly<{
  name: CookieName;
  value: string;
  /** Without it the browser forgets the cookie when it is closed. */
  maxAgeSeconds?: number;
  /** `None` only where another site must post to us with it. */
  sameSite?: "Lax" | "None";
}>;

/**
 * The header that sets a cookie. Over https its name says that only this host may set it, for all its paths (`__Host-`).
 *
 * @example
 * setCookie({ name: "session", value: "abc" }, true)
 * // => "__Host-evenspan=abc; Path=/; HttpOnly; SameSite=Lax; Secure"
 */
export function setCookie({ name, value, maxAgeSeconds, sameSite = "Lax" }: NewCookie, secure: boolean): string {
  const age = value === "" ? "; Max-Age=0" : maxAgeSeconds === undefined ? "" : `; Max-Age=${maxAgeSeconds}`;
  // A cookie that comes along from other sites must be secure; browsers take that from a local http address, too.
  const needed = secure || sameSite === "None" ? "; Secure" : "";
  return `${fullName(name, secure)}=${value}; Path=/; HttpOnly; SameSite=${sameSite}${age}${needed}`;
}

/**
 * Our cookies of a request. What does not look like one of ours is not there.
 *
 * @example
 * readCookies("evenspan=abc; theme=dark; evenspan-said=<b>", false) // => { session: "abc" }
 */
export function readCookies(header: string | null, secure: boolean): Readonly<Partial<Record<CookieName, string>>> {
  const found: Partial<Record<CookieName, string>> = {};
  const pairs = (header ?? "").slice(0, 8000).split(";");
  for (const name of Object.keys(cookieNames) as CookieName[]) {
    const start = `${fullName(name, secure)}=`;
    const value = pairs.map((pair) => pair.trim()).find((pair) => pair.startsWith(start));
    const text = value?.slice(start.length);
    if (text && /^[A-Za-z0-9._-]{1,200}$/.test(text)) found[name] = text;
  }
  return found;
}

const fullName = (name: CookieName, secure: boolean): string => `${secure ? "__Host-" : ""}${cookieNames[name]}`;
