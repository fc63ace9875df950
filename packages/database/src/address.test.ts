import { expect, test } from "vitest";
import { addressInWords, parseAddress } from "./address.ts";

test.each([
  ["postgresql://ann:secret@db.example:5432/health", "PostgreSQL database health on db.example"],
  ["postgres://ann@/health?host=/run/postgresql", "PostgreSQL database health on /run/postgresql"],
  ["postgresql:///health", "PostgreSQL database health on this machine"],
])("%s is said without its user and password", (url, words) => {
  expect(addressInWords(url)).toBe(words);
});

test.each(["", "health", "https://db.example/health"])("%j is not an address of a PostgreSQL server", (url) => {
  expect(() => parseAddress(url)).toThrow("DATABASE_URL is not an address");
});
