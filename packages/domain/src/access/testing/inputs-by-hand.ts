import { checkedFile } from "../../record-files/checked-file.ts";
import { noScan } from "../../record-files/scan-file.ts";
import type { InputsByHand, Tried } from "./cells.ts";
import type { FilledTenant } from "./filled-tenants.ts";

const wholeSystem = (input: unknown) => (): readonly Tried[] => [{ concerned: "system", input }];
const ofFacilities =
  (input: (facilityId: string) => unknown) =>
  ({ facilityIds }: FilledTenant): readonly Tried[] => [
    { concerned: "facility 0", input: input(facilityIds[0]) },
    { concerned: "facility 1", input: input(facilityIds[1]) },
  ];
const ofPeople =
  (input: (personId: string) => unknown) =>
  ({ personIds }: FilledTenant): readonly Tried[] => [
    { concerned: "self", input: input(personIds[0]) },
    { concerned: "another person", input: input(personIds[1]) },
  ];
/** Of things that are there, so that more is told than that there is no such thing. */
const ofRecords =
  (input: (recordId: string) => unknown) =>
  ({ row }: FilledTenant): readonly Tried[] =>
    ([0, 1] as const).map((nth) => ({ concerned: "asker", input: input(`${row("records", nth).record_id}`) }));
const inBoth = { en: "some words", es: "algunas palabras" };

const file = await checkedFile("a list.txt", Buffer.from("some words"), noScan);

/**
 * Inputs of commands whose own schema does not say enough: where a rule spans several fields, and where the input decides
 * what it concerns.
 */
export const inputsByHand: InputsByHand = {
  "invite-person": wholeSystem({ name: "Nova", email: "nova@a.example", grants: [{ role: "analyst" }] }),
  "deactivate-person": wholeSystem({ email: "nobody@a.example", reason: "to try" }),
  "change-own-settings": () => [{ concerned: "asker", input: { language: "es" } }],
  "define-department": ofFacilities((facilityId) => ({ departmentId: "new-one", facilityId, name: "A new one" })),
  "person-record": ofPeople((personId) => ({ personId })),
  "open-record": ofRecords((recordId) => ({ recordId })),
  "open-file": ({ row }) =>
    ([0, 1] as const).map((nth) => {
      const { record_id: recordId, seq } = row("record_files", nth);
      return { concerned: "asker", input: { recordId, seq } };
    }),
  "say-comment": ofRecords((recordId) => ({ recordId, said: "some words" })),
  "add-file": ofRecords((recordId) => ({ recordId, file })),
  "find-records": () => [{ concerned: "asker", input: { text: "findable" } }],
  "define-provider": wholeSystem({
    ...{ providerId: "new-one", name: "A new one", kind: "oidc" },
    settings: {
      issuer: "https://sign-in.example",
      clientId: "evenspan",
      domains: ["a.example"],
      asksSecondFactor: true,
    },
  }),
  "define-goal": wholeSystem({
    ...{ id: "new-one", title: inBoth, indicator: "life-expectancy", highPlaceId: "area:32", lowPlaceId: "area:26" },
    ...{
      baselineYear: 2010,
      baselineDatasetId: "nothing",
      targetShare: 0.5,
      targetYear: 2030,
      source: "a plan",
      adoptedOn: "2026-01-02",
    },
  }),
};
