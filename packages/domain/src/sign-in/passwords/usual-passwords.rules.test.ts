import { expect, test } from "vitest";
import { guessBits } from "./guess-bits.rules.ts";
import { passwordFault } from "./password-fault.rules.ts";
import { usualPasswords } from "./usual-passwords.rules.ts";

const faultOf = (password: string) =>
  passwordFault(password, { name: "Ana Díaz", email: "ana@rush.example", office: "RUSH" });

test.each([
  ...["password1234", "Password123!", "PASSWORD2026", "passw0rd1234", "P@ssword1234", "qwertyuiop12", "qwertyuiop123"],
  ...["123456789012", "1234567890123", "111111111111", "iloveyou1234", "ILoveYou2024", "letmein12345", "welcome12345"],
  ...[
    "administrator",
    "Administrator1",
    "abcdefgh1234",
    "1q2w3e4r5t12",
    "1qaz2wsx1qaz2wsx",
    "football2025",
    "princess1234",
  ],
  ...[
    "Sunshine2024!",
    "trustno1trustno1",
    "superman1234",
    "Chicago@2026",
    "contraseña1234",
    "Bienvenido123",
    "1234password",
  ],
])("%s is refused as one that many people use", (password) => {
  expect(faultOf(password)).toBe("common");
});

test("more than 3000 usual passwords of twelve characters or more are known, and each is refused however it is written", () => {
  expect(usualPasswords.size).toBeGreaterThan(3000);
  for (const password of usualPasswords) {
    expect([...password].length, password).toBeGreaterThanOrEqual(12);
    expect(faultOf(password), password).toBe("common");
    expect(faultOf(password.toUpperCase()), password).toBe("common");
  }
});

test("the list knows some that the count of guesses alone would let pass", () => {
  expect([...usualPasswords].some((password) => guessBits(password, new Set()) >= 30)).toBe(true);
});
