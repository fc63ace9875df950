import { expect, test, vi } from "vitest";
import { testProgram } from "./testing/test-program.ts";

vi.setConfig({ testTimeout: 120_000 });
const { evenspan } = testProgram({ EVENSPAN_NAME: "Abel Administrator" });

test("a system is founded by hand, gets another hospital later, and keeps what it had", async () => {
  const founded = await evenspan(
    "found",
    "sinai",
    "--title",
    "Sinai Chicago",
    "--facility",
    "mount-sinai|Mount Sinai|Chicago",
  );
  expect(founded).toMatchObject({ code: 0, err: "" });
  expect(founded.out).toContain("Sinai Chicago stands here as “sinai”. Facilities named: 1.");
  expect(
    (await evenspan("found", "sinai", "--title", "Other", "--facility", "holy-cross|Holy Cross|Chicago")).code,
  ).toBe(0);
  expect((await evenspan("datasets")).code).toBe(0);
  const wrong = await evenspan("found", "Sinai!", "--title", "Sinai");
  expect(wrong).toMatchObject({ code: 2, out: "" });
  expect(wrong.err).toContain("slug: small letters, digits and dashes");
});

test("a setting with a mistake is told before anything is opened, one sentence each", async () => {
  const odd = testProgram({ EVENSPAN_SMPT: "smtp://localhost", EVENSPAN_ADDRESS: "http://equity.example.org" });
  expect(await odd.evenspan("serve")).toEqual({
    code: 2,
    out: "",
    err: `Some settings need another look before Evenspan can start.
  EVENSPAN_ADDRESS: should begin with https, for people sign in there.
  EVENSPAN_SMPT: is no setting of Evenspan. The nearest is EVENSPAN_SMTP.
`,
  });
});
