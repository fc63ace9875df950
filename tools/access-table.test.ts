import { foundSystem } from "@evenspan/domain/access/found-system";
import { listAudit } from "@evenspan/domain/audit/list-audit";
import { expect, test } from "vitest";
import { declaredIn, registryFaults } from "./access-table.ts";

test("what a file exports as a command or a query is found, however it is written", () => {
  const text = `
export const one = command({ name: "one" });
export const two: Command<A, B> = query("read", {});
export const three =
  command({});
export const four = command<A, B>({});
export const notOne = () => command({});
const inner = command({});
export const commander = new Command();
`;
  expect(declaredIn(text)).toEqual(["one", "two", "three", "four"]);
});

test("a command that is not in the registry is named, and so is a name that is used twice", () => {
  const declared = [
    { file: "a.ts", exported: "foundSystem", command: foundSystem },
    { file: "b.ts", exported: "listAudit", command: listAudit },
  ];
  expect(registryFaults(declared, [foundSystem, listAudit])).toEqual([]);
  expect(registryFaults(declared, [foundSystem])).toEqual([
    "b.ts exports listAudit, which packages/domain/src/access/access-table.ts does not list",
  ]);
  expect(registryFaults(declared, [foundSystem, listAudit, { ...listAudit }])).toEqual([
    "two commands go by the name list-audit",
  ]);
});
