import { randomUUID } from "node:crypto";
import { inTenant } from "@evenspan/database/tenant";
import { testDatabase } from "@evenspan/database/testing";
import { expect, test } from "vitest";
import { act } from "../access/act.ts";
import { abel, ana } from "../access/testing.ts";
import { openStaff } from "../people/testing.ts";
import { defineDepartment } from "./define-department.ts";
import { defineMember } from "./define-member.ts";
import { definePartner } from "./define-partner.ts";
import { defineReportGroup } from "./define-report-group.ts";
import { listDepartments } from "./list-departments.ts";
import { listFacilities } from "./list-facilities.ts";
import { listMembers } from "./list-members.ts";
import { listPartners } from "./list-partners.ts";
import { listReportGroups } from "./list-report-groups.ts";

const database = await testDatabase();
const office = await openStaff(database);
const ines = await office.invited("Ines", { role: "finance", facilityId: "rumc" });
const noor = await office.invited("Noor", { role: "volunteer" });

test("facilities report together from a day on, and until one when that ends", async () => {
  const rumc = { facilityId: "rumc", fromOn: "2020-07-01" };
  const oakPark = { facilityId: "oak-park", fromOn: "2021-07-01" };
  const group = { reportGroupId: "chna", name: "One needs assessment", facilities: [rumc, oakPark] };
  await office.done(abel, defineReportGroup, group);
  await office.done(abel, defineReportGroup, {
    ...group,
    ...{ name: "The needs assessment", facilities: [{ ...oakPark, untilOn: "2024-06-30" }] },
  });
  expect(await office.done(ana, listReportGroups, {})).toEqual([
    {
      ...{ reportGroupId: "chna", name: "The needs assessment" },
      facilities: [
        { ...rumc, untilOn: null },
        { ...oakPark, untilOn: "2024-06-30" },
      ],
    },
  ]);
});

test("a group of a facility that there is not, or that ends before it begins, is refused", async () => {
  const group = (belonging: object) => ({ reportGroupId: "odd", name: "Odd", facilities: [belonging] });
  expect(
    await office.outcome(abel, defineReportGroup, group({ facilityId: "copley", fromOn: "2020-01-01" })),
  ).toMatchObject({ refused: "not-found", code: "facility" });
  const backwards = { facilityId: "rumc", fromOn: "2020-01-02", untilOn: "2020-01-01" };
  expect(await office.outcome(abel, defineReportGroup, group(backwards))).toMatchObject({
    fields: { "facilities.0.untilOn": "not before the first day" },
  });
});

test("Inés defines departments of her hospital and of no other", async () => {
  const surgery = { departmentId: "surgery", facilityId: "rumc", name: "Surgery" };
  await office.done(ines, defineDepartment, surgery);
  await office.done(ines, defineDepartment, { ...surgery, name: "General surgery" });
  const elsewhere = { departmentId: "clinic", facilityId: "oak-park", name: "Clinic" };
  expect(await office.outcome(ines, defineDepartment, elsewhere)).toMatchObject({ refused: "forbidden" });
  await office.done(abel, defineDepartment, elsewhere);
  expect(await office.outcome(ines, defineDepartment, { ...elsewhere, facilityId: "rumc" })).toMatchObject({
    ...{ refused: "conflict", code: "elsewhere" },
  });
  expect(await office.outcome(abel, defineDepartment, { ...surgery, facilityId: "copley" })).toMatchObject({
    ...{ refused: "not-found", code: "facility" },
  });
  expect(await office.done(ines, listDepartments, {})).toEqual([
    { departmentId: "clinic", facilityId: "oak-park", name: "Clinic" },
    { departmentId: "surgery", facilityId: "rumc", name: "General surgery" },
  ]);
  expect(await office.done(ana, listDepartments, { facilityId: "oak-park" })).toHaveLength(1);
});

test("a partner organization is defined, reached under another address, and ended", async () => {
  const garden = { partnerId: "garden", name: "A garden", email: " Garden@Example.org" };
  await office.done(abel, definePartner, garden);
  await office.done(abel, definePartner, { ...garden, email: "hello@garden.example", endedOn: "2026-06-30" });
  expect((await office.done(ines, listPartners, {})).find(({ partnerId }) => partnerId === "garden")).toEqual({
    ...{ partnerId: "garden", name: "A garden", email: "hello@garden.example", endedOn: "2026-06-30" },
  });
  expect(await office.outcome(ana, definePartner, garden)).toMatchObject({ refused: "forbidden" });
});

test("the facilities are listed to staff wherever they work, and to nobody else", async () => {
  expect(await office.done(ines, listFacilities, {})).toEqual([
    { facilityId: "oak-park", name: "Hospital oak-park", city: "Chicago" },
    { facilityId: "rumc", name: "Hospital rumc", city: "Chicago" },
  ]);
  for (const question of [listFacilities, listDepartments, listPartners, listReportGroups, listMembers])
    expect(await office.outcome(noor, question as typeof listFacilities, {})).toMatchObject({ refused: "forbidden" });
});

test("a collaborative has members, who join and leave and may join again", async () => {
  const systemId = randomUUID();
  await inTenant(database.app, systemId, (db) =>
    db
      .insertInto("systems")
      .values({ system_id: systemId, slug: "west-side", name: "West Side", kind: "collaborative" })
      .execute(),
  );
  const occasion = { systemId, actor: abel, now: office.now(), from: { channel: "web" } } as const;
  const collaborative = (command: typeof defineMember | typeof listMembers, input: object) =>
    act(database.app, command as typeof defineMember, occasion, input);
  const rush = { slug: "rush", name: "RUSH", joinedOn: "2017-09-01" };
  await collaborative(defineMember, rush);
  await collaborative(defineMember, { ...rush, leftOn: "2020-01-31" });
  await collaborative(defineMember, { ...rush, joinedOn: "2022-02-01" });
  expect(await collaborative(listMembers, {})).toEqual([
    { ...rush, leftOn: "2020-01-31" },
    { ...rush, joinedOn: "2022-02-01", leftOn: null },
  ]);
  expect(await collaborative(defineMember, { ...rush, leftOn: "2017-08-31" })).toMatchObject({
    fields: { leftOn: "not before the day of joining" },
  });
});

test("one health system has no members", async () => {
  const rush = { slug: "rush", name: "RUSH", joinedOn: "2017-09-01" };
  expect(await office.outcome(abel, defineMember, rush)).toMatchObject({
    refused: "conflict",
    code: "no-collaborative",
  });
  expect(await office.done(abel, listMembers, {})).toEqual([]);
});
