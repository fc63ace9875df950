import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { keyFor, seal, unseal } from "./office-key.ts";

const key = randomBytes(32);

test("what is sealed opens with the same key and purpose, and looks different each time", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), (bytes, purpose) => {
      const plain = Buffer.from(bytes);
      const sealed = seal(key, purpose, plain);
      expect(unseal(key, purpose, sealed)).toEqual(plain);
      expect(sealed).not.toEqual(seal(key, purpose, plain));
      expect(sealed).toHaveLength(29 + plain.length);
    }),
  );
});

test("another key, another purpose, any flipped bit and any missing end do not open it", () => {
  const plain = Buffer.from("an authenticator's secret");
  const sealed = seal(key, "one", plain);
  expect(unseal(randomBytes(32), "one", sealed)).toBeNull();
  expect(unseal(key, "two", sealed)).toBeNull();
  for (let at = 0; at < sealed.length * 8; at++) {
    const flipped = Buffer.from(sealed);
    flipped[at >> 3]! ^= 1 << (at & 7);
    expect(unseal(key, "one", flipped)).toBeNull();
  }
  for (let length = 0; length < sealed.length; length++)
    expect(unseal(key, "one", sealed.subarray(0, length))).toBeNull();
});

test("each purpose has a key of its own, and a key of another length is a mistake of the program", () => {
  expect(keyFor(key, "one")).not.toEqual(keyFor(key, "two"));
  expect(keyFor(key, "one")).toEqual(keyFor(key, "one"));
  for (const length of [0, 16, 31, 33]) {
    expect(() => seal(randomBytes(length), "one", Buffer.alloc(1))).toThrow("32 bytes");
    expect(() => unseal(randomBytes(length), "one", Buffer.alloc(40))).toThrow("32 bytes");
  }
});
