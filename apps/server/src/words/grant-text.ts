import type { Grant } from "@evenspan/domain/kernel/actor";
import type { Translate } from "../messages/translate.ts";
import { roleName } from "./role-words.ts";

/** A role and where it holds: "analyst, everywhere"; "finance, at rumc". Names of places are given where they are known. */
export const grantText = (
  { role, facilityId, partnerId }: Grant,
  t: Translate,
  nameOf: (id: string) => string = (id) => id,
): string => {
  const name = roleName(role, t);
  if (facilityId !== undefined) return t("grant.at", { role: name, place: nameOf(facilityId) });
  return partnerId === undefined
    ? t("grant.everywhere", { role: name })
    : t("grant.for", { role: name, place: nameOf(partnerId) });
};
