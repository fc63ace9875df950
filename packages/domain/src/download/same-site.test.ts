import { describe, expect, it } from "vitest";
import { isSameSite } from "./same-site.ts";

describe("a redirect within the site", () => {
  it.each([
    ["https://data.cityofchicago.org/a", "https://data.cityofchicago.org/b", true],
    ["https://data.cityofchicago.org/a", "https://www.cityofchicago.org/b", true],
    ["http://data.cityofchicago.org/a", "https://data.cityofchicago.org/a", true],
    ["http://127.0.0.1:8080/a", "http://127.0.0.1:8080/b", true],
    ["https://data.cityofchicago.org/a", "http://data.cityofchicago.org/a", false],
    ["https://data.cityofchicago.org/a", "https://cityofchicago.org.example.net/a", false],
    ["https://data.cityofchicago.org/a", "https://notcityofchicago.org/a", false],
    ["https://ftp.cdc.gov/a", "https://example.gov/a", false],
    ["http://127.0.0.1:8080/a", "http://127.0.0.1:9090/a", false],
    ["http://10.0.0.1/a", "https://192.168.0.1/a", false],
    ["https://data.cityofchicago.org/a", "file:///etc/hosts", false],
    ["https://localhost/a", "https://elsewhere/a", false],
  ])("from %s to %s: %s", (from, to, same) => {
    expect(isSameSite(new URL(from), new URL(to))).toBe(same);
  });
});
