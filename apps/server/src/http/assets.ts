import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { officeStylesheet, stylesheet } from "../style/stylesheet.ts";
import { type Stored, stored } from "./stored.ts";

/** What every page loads, served under addresses that carry a hash of the content, so that they can be kept for ever. */
export type Assets = Readonly<{
  style: string;
  /** Only the office's pages load it, after the other. */
  officeStyle: string;
  font: string;
  icon: string;
  byAddress: ReadonlyMap<string, Stored>;
}>;

const require = createRequire(import.meta.url);

/** Reads the font, the style and the icon, and gives each its address. */
export function readAssets(): Assets {
  const byAddress = new Map<string, Stored>();
  const put = (name: string, ending: string, body: string | Buffer, mediaType: string): string => {
    const hash = createHash("sha256").update(body).digest("hex").slice(0, 12);
    const address = `/assets/${name}.${hash}.${ending}`;
    byAddress.set(address, stored(body, mediaType));
    return address;
  };
  const font = put(
    "atkinson",
    "woff2",
    readFileSync(
      require.resolve(
        "@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2",
      ),
    ),
    "font/woff2",
  );
  const style = put("style", "css", stylesheet(font), "text/css; charset=utf-8");
  const office = put("office", "css", officeStylesheet(), "text/css; charset=utf-8");
  return {
    style,
    officeStyle: office,
    font,
    icon: put("icon", "svg", icon, "image/svg+xml; charset=utf-8"),
    byAddress,
  };
}

/** Two stops and the fall between them. */
const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#1746c7"/><path d="M8 9 24 23" stroke="#fff" stroke-width="4"/><circle cx="8" cy="9" r="4.5" fill="#fff"/><circle cx="24" cy="23" r="4.5" fill="#fff"/></svg>';
