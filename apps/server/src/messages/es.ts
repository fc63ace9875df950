import type { en } from "./en.ts";
import { areas } from "./es/areas.ts";
import { figures } from "./es/figures.ts";
import { home } from "./es/home.ts";
import { layout } from "./es/layout.ts";
import { plain } from "./es/plain.ts";
import { proof } from "./es/proof.ts";

/** Every message in Spanish, written and not translated word by word; one that is missing does not compile. */
export const es: Readonly<Record<keyof typeof en, string>> = {
  ...layout,
  ...home,
  ...figures,
  ...areas,
  ...proof,
  ...plain,
};
