import { type Stored, storedBytes } from "./stored.ts";

/** Keeps what was made, up to a number of bytes; what was asked for longest ago goes first. */
export type PageCache = Readonly<{
  get: (key: string) => Stored | undefined;
  set: (key: string, page: Stored) => void;
  /** Bytes held now. */
  bytes: () => number;
}>;

/**
 * A cache of pages that holds at most `mostBytes`. Keys carry the id of the release, so that nothing has to be thrown
 * away when a new one comes: the old pages are asked for no more, and go.
 */
export function pageCache(mostBytes: number): PageCache {
  const pages = new Map<string, Stored>();
  let bytes = 0;
  return {
    get(key) {
      const page = pages.get(key);
      if (page) {
        pages.delete(key);
        pages.set(key, page);
      }
      return page;
    },
    set(key, page) {
      bytes += storedBytes(page) - (pages.has(key) ? storedBytes(pages.get(key)!) : 0);
      pages.delete(key);
      pages.set(key, page);
      for (const [oldest, old] of pages) {
        if (bytes <= mostBytes) break;
        pages.delete(oldest);
        bytes -= storedBytes(old);
      }
    },
    bytes: () => bytes,
  };
}
