import type { Access } from "@evenspan/domain/kernel/access.rules";
import type { PlainKey } from "../../../messages/translate.ts";

/** A page that the menu leads to. Where only some may see it, the access of its question says who. */
export type OfficePlace = Readonly<{ path: string; label: PlainKey; access?: Access }>;

/** The menu: what one works on, then what the office is run with. */
export const officePlaces: readonly Readonly<{ label: PlainKey; places: readonly OfficePlace[] }>[] = [
  {
    label: "office.menu.work",
    places: [{ path: "", label: "worklist.title" }],
  },
  {
    label: "office.menu.house",
    places: [],
  },
];
