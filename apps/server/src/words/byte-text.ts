import { locales } from "@evenspan/domain/figures/figure-words";
import type { Language } from "@evenspan/domain/kernel/text";

/**
 * How large a file is, as people say it: in thousands and millions of bytes.
 *
 * @example
 * byteText(1_540_000, "en") // => "1.5 MB"
 */
export function byteText(bytes: number, language: Language): string {
  const [size, unit] = bytes < 1000 ? [bytes, "bytes"] : bytes < 1e6 ? [bytes / 1e3, "KB"] : [bytes / 1e6, "MB"];
  return `${new Intl.NumberFormat(locales[language], { maximumFractionDigits: size < 10 ? 1 : 0 }).format(size)} ${unit}`;
}
