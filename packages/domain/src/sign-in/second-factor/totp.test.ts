import fc from "fast-check";
import { expect, test } from "vitest";
import { base32, base32Bytes, totpAddress, totpCode, totpStep } from "./totp.ts";

const secret = Buffer.from("12345678901234567890");

test.each([
  [59, "94287082"],
  [1111111109, "07081804"],
  [1111111111, "14050471"],
  [1234567890, "89005924"],
  [2000000000, "69279037"],
  [20000000000, "65353130"],
])("at second %i the code is the last six digits of what RFC 6238, appendix B, gives", (seconds, eight) => {
  expect(totpCode(secret, new Date(seconds * 1000))).toBe(eight.slice(2));
});

test("a code is good in its own half minute, the one before and the one after, and tells its step", () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 100_000_000 }), fc.integer({ min: -3, max: 3 }), (step, off) => {
      const code = totpCode(secret, new Date(step * 30_000));
      const codesNear = [-1, 0, 1].map((near) => totpCode(secret, new Date((step + off + near) * 30_000)));
      const found = totpStep(secret, code, new Date((step + off) * 30_000 + 29_999));
      if (Math.abs(off) <= 1) expect(codesNear[found! - step - off + 1]).toBe(code);
      else if (!codesNear.includes(code)) expect(found).toBeNull();
    }),
  );
});

test.each(["", "1", "12345", "1234567", "abcdef", "28708２", "287082 ", "-87082", "\0"])("%j is no code", (code) => {
  expect(totpStep(secret, code, new Date(59_000))).toBeNull();
});

test("a secret goes through base32 and back, and the address names account and office", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), (bytes) => {
      expect(base32Bytes(base32(Buffer.from(bytes)))).toEqual(Buffer.from(bytes));
    }),
  );
  const address = totpAddress(secret, { email: "ana+1@rush.example", office: "RUSH: West & Side" });
  expect(address).toMatch(/^otpauth:\/\/totp\/RUSH%20%20West%20%26%20Side:ana%2B1%40rush.example\?/);
  const query = new URL(address).searchParams;
  expect(query.get("secret")).toBe(base32(secret));
  expect(query.get("issuer")).toBe("RUSH  West & Side");
});
