import { areas } from "./en/areas.ts";
import { figures } from "./en/figures.ts";
import { home } from "./en/home.ts";
import { layout } from "./en/layout.ts";
import { plain } from "./en/plain.ts";
import { proof } from "./en/proof.ts";

/** Every message in English. Its keys are the keys of every language. */
export const en = { ...layout, ...home, ...figures, ...areas, ...proof, ...plain } as const;
