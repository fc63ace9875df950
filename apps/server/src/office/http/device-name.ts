/** Browsers by a word in what they say of themselves; those that others pretend to be come last. */
const browsers = [
  [/\bEdgA?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/\b(Headless)?(Chrome|CriOS)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
] as const;

const systems = [
  [/\b(iPhone|iPod)\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b/, "Mac"],
  [/\bLinux\b/, "Linux"],
] as const;

/**
 * A browser in two words, so that people recognise it in the list of their sessions.
 *
 * @example
 * deviceName("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0") // => "Firefox, Linux"
 * @example
 * deviceName("curl/8") // => ""
 */
export function deviceName(userAgent: string | null): string {
  const text = (userAgent ?? "").slice(0, 400);
  const words = [browsers, systems].map((known) => known.find(([pattern]) => pattern.test(text))?.[1]);
  return words.filter(Boolean).join(", ");
}
