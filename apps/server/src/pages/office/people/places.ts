import type { Grant } from "@evenspan/domain/kernel/actor";
import { isRefusal } from "@evenspan/domain/kernel/refusal";
import type { Role } from "@evenspan/domain/kernel/roles";
import { listFacilities } from "@evenspan/domain/organization/list-facilities";
import { listPartners } from "@evenspan/domain/organization/list-partners";
import type { OfficeVisit } from "../../../office/office-visit.ts";

/** Where a role can be held, by name: facilities, and organizations outside. */
export type GrantPlaces = Readonly<{
  facilities: readonly Readonly<{ id: string; name: string }>[];
  partners: readonly Readonly<{ id: string; name: string }>[];
  /** The name of either by its id; the id where there is no such. */
  nameOf: (id: string) => string;
}>;

/** Asks for the facilities and the partner organizations that roles can be given for. */
export async function grantPlaces({ act, may, now }: OfficeVisit): Promise<GrantPlaces> {
  // Who may not ask is not refused, which would stand in the audit: such people see the ids.
  const isOpen = may(listFacilities);
  const [listed, outside] = isOpen ? await Promise.all([act(listFacilities, {}), act(listPartners, {})]) : [[], []];
  const today = now.toISOString().slice(0, 10);
  const facilities = isRefusal(listed) ? [] : listed.map(({ facilityId, name }) => ({ id: facilityId, name }));
  const all = isRefusal(outside) ? [] : outside;
  const partners = all
    .filter(({ endedOn }) => endedOn === null || endedOn >= today)
    .map(({ partnerId, name }) => ({ id: partnerId, name }));
  const names = new Map([
    ...all.map(({ partnerId, name }): [string, string] => [partnerId, name]),
    ...facilities.map(({ id, name }): [string, string] => [id, name]),
  ]);
  return { facilities, partners, nameOf: (id) => names.get(id) ?? id };
}

/**
 * A grant as the two fields of a form say it: the role, and where: everywhere, `facility:` or `partner:` and a key.
 *
 * @example
 * grantOfFields("finance", "facility:rumc") // => { role: "finance", facilityId: "rumc" }
 */
export function grantOfFields(role: string, place: string): Grant {
  const [kind, id] = [place.slice(0, place.indexOf(":")), place.slice(place.indexOf(":") + 1)];
  return {
    role: role as Role,
    ...(kind === "facility" && { facilityId: id }),
    ...(kind === "partner" && { partnerId: id }),
  };
}
