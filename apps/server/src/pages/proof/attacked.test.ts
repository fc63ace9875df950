import type { AttackSummary } from "@evenspan/domain/attack/attack-release";
import { expect, test } from "vitest";
import { inventedPortal } from "../../testing/invented-portal.ts";
import { inventedRelease } from "../../testing/invented-release.ts";

const whole = inventedRelease();

/** What the page of a release and that of small numbers say of its attack. */
async function said(attack: AttackSummary | null, path: string): Promise<string> {
  const app = inventedPortal({ ...whole, attack });
  const body = await (await app.request(path)).text();
  return body.replaceAll(/<!-- -->/g, "");
}

test.each(["/en/release", "/en/methods/small-numbers"])("%s says that its counts were attacked", async (path) => {
  const body = await said(whole.attack, path);
  expect(body).toContain("a program tried to work out the 41 counts that it hides.");
  expect(body).toContain("It found none, and could not come closer to any than 1 to 10.");
  expect(body).not.toContain("not every way");
});

test("it says so in Spanish", async () => {
  expect(await said(whole.attack, "/es/release")).toContain("intentó averiguar las 41 cantidades que oculta.");
});

test("it says on how many not everything was tried", async () => {
  const untried = { linearBounds: 3, elimination: 0, contradicting: 2, beforeApart: 0 };
  expect(await said({ ...whole.attack!, untried }, "/en/release")).toContain(
    "On 3 of them not every way could be tried.",
  );
});

test("it says how many had been told before", async () => {
  expect(await said({ ...whole.attack!, knownBefore: 1 }, "/en/release")).toContain(
    "Earlier releases had told one of them already.",
  );
});

test("a release that hides no count says that, and one that was never attacked says nothing", async () => {
  expect(await said({ ...whole.attack!, withheld: 0 }, "/en/release")).toContain("This release keeps back no count.");
  const never = await said(null, "/en/release");
  expect(never).not.toMatch(/tried to work out|keeps back no count/);
});
