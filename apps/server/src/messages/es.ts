import type { en } from "./en.ts";
import { areas } from "./es/areas.ts";
import { figures } from "./es/figures.ts";
import { home } from "./es/home.ts";
import { layout } from "./es/layout.ts";
import { office } from "./es/office.ts";
import { officeHouse } from "./es/office-house.ts";
import { officePeople } from "./es/office-people.ts";
import { officeRefusals } from "./es/office-refusals.ts";
import { officeSignIn } from "./es/office-sign-in.ts";
import { officeWork } from "./es/office-work.ts";
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
  ...{ ...office, ...officeSignIn, ...officeWork, ...officePeople, ...officeHouse, ...officeRefusals },
};
