import { expect, test } from "vitest";
import { authenticatorLetter } from "./authenticator-letter.ts";
import { authenticatorRemovedLetter } from "./authenticator-removed-letter.ts";
import { invitationLetter } from "./invitation-letter.ts";
import type { Addressed, Letter } from "./letter.ts";
import { newDeviceLetter } from "./new-device-letter.ts";
import { passwordChangedLetter } from "./password-changed-letter.ts";
import { passwordResetLetter } from "./password-reset-letter.ts";
import { recoveryCodeLetter } from "./recovery-code-letter.ts";
import { signInLinkLetter } from "./sign-in-link-letter.ts";

const linkToken = "T".repeat(43);
const letters: Readonly<Record<string, (to: Addressed) => Letter>> = {
  invitation: (to) => invitationLetter({ ...to, invitedBy: "Abel Ortiz", linkToken }),
  "password reset": (to) => passwordResetLetter({ ...to, linkToken }),
  "sign-in link": (to) => signInLinkLetter({ ...to, linkToken }),
  "password changed": passwordChangedLetter,
  "new authenticator": authenticatorLetter,
  "authenticator removed": authenticatorRemovedLetter,
  "new device": (to) => newDeviceLetter({ ...to, device: "Firefox on Linux", fromAddress: "192.0.2.1" }),
  "recovery code": (to) => recoveryCodeLetter({ ...to, left: 9 }),
};

for (const language of ["en", "es"] as const)
  test.each(Object.keys(letters))(
    `a letter in ${language} about a %s says to whom, from where, and what to do`,
    (about) => {
      const { subject, text } = letters[about]!({ language, name: "Núria Peñalver", office: "RUSH" });
      expect(text).toMatch(language === "es" ? /^Hola, Núria Peñalver:\n/ : /^Hello Núria Peñalver,\n/);
      expect(subject).toContain("RUSH");
      expect(subject).not.toMatch(/\n|Núria/);
      expect(text).toContain("RUSH");
      expect(text).not.toMatch(/undefined|null|\[object/);
      for (const address of text.match(/\{\{site\}\}\S*/g) ?? [])
        expect(address).toContain(`{{site}}/${language}/office/`);
      // If it was not you: every letter that somebody else may have caused says what then.
      expect(text).toMatch(
        language === "es" ? /Si no (fue usted|lo pidió|esperaba)/ : /If (it was not you|you did not)/,
      );
    },
  );

test.each([
  ["invitation", "/office/invitation/", "7 days", "7 días"],
  ["password reset", "/office/new-password/", "one hour", "una hora"],
  ["sign-in link", "/office/enter/", "10 minutes", "10 minutos"],
])("the letter with the link of a %s says how long it is good, in both languages", (about, path, en, es) => {
  for (const [language, time] of [
    ["en", en],
    ["es", es],
  ] as const) {
    const { text } = letters[about]!({ language, name: "Ana", office: "RUSH" });
    expect(text).toContain(`\n{{site}}/${language}${path}${linkToken}\n`);
    expect(text).toContain(time);
  }
});

test("one code that is left is one, in both languages; and what is not known of a device is not said", () => {
  const to = { name: "Ana", office: "RUSH" };
  expect(recoveryCodeLetter({ ...to, language: "en", left: 1 }).text).toContain("You have 1 code left.");
  expect(recoveryCodeLetter({ ...to, language: "es", left: 1 }).text).toContain("Le queda 1 código.");
  expect(recoveryCodeLetter({ ...to, language: "es", left: 0 }).text).toContain("Le quedan 0 códigos.");
  const bare = newDeviceLetter({ ...to, language: "en", device: "", fromAddress: "" }).text;
  expect(bare).not.toMatch(/Device|address/);
  expect(bare).not.toContain("\n\n\n");
});
