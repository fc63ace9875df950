import fc from "fast-check";
import { expect, test } from "vitest";
import { newRecoveryCode, recoveryCodeHash } from "./recovery-code.ts";

test("a recovery code is seven groups of four letters and digits, none of which looks like another", () => {
  const codes = Array.from({ length: 500 }, newRecoveryCode);
  for (const code of codes) expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){6}$/);
  expect(new Set(codes).size).toBe(500);
  // Each of the 32 letters is as likely at each place: none is missing among 14,000, but by a chance below 10^-190.
  expect(new Set(codes.join("").replaceAll("-", "")).size).toBe(32);
});

test("however it is typed, it is the same code; any other letter makes it another", () => {
  fc.assert(
    fc.property(fc.nat(27), fc.constantFrom("-", " ", "", "--", "\t"), (at, between) => {
      const code = newRecoveryCode();
      const plain = code.replaceAll("-", "");
      const typed = plain.toUpperCase().split("").join(between).replaceAll("0", "O").replaceAll("1", "l");
      expect(recoveryCodeHash(typed)).toBe(recoveryCodeHash(code));
      const changed = plain.slice(0, at) + (plain[at] === "x" ? "y" : "x") + plain.slice(at + 1);
      expect(recoveryCodeHash(changed)).not.toBe(recoveryCodeHash(code));
    }),
  );
});
