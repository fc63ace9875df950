import { areas } from "./en/areas.ts";
import { figures } from "./en/figures.ts";
import { home } from "./en/home.ts";
import { layout } from "./en/layout.ts";
import { office } from "./en/office.ts";
import { officeHouse } from "./en/office-house.ts";
import { officePeople } from "./en/office-people.ts";
import { officeRefusals } from "./en/office-refusals.ts";
import { officeSignIn } from "./en/office-sign-in.ts";
import { officeWork } from "./en/office-work.ts";
import { plain } from "./en/plain.ts";
import { proof } from "./en/proof.ts";

/** Every message in English. Its keys are the keys of every language. */
export const en = {
  ...{ ...layout, ...home, ...figures, ...areas, ...proof, ...plain },
  ...{ ...office, ...officeSignIn, ...officeWork, ...officePeople, ...officeHouse, ...officeRefusals },
} as const;
