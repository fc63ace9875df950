import type { Language } from "@evenspan/domain/kernel/text";

/** How each language calls itself. */
export const ownNames: Readonly<Record<Language, string>> = { en: "English", es: "Español" };
