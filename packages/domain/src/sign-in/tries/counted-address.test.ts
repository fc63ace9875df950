import fc from "fast-check";
import { expect, test } from "vitest";
import { countedAddress } from "./counted-address.ts";

test.each([
  ["192.0.2.7", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["::FFFF:192.0.2.7", "192.0.2.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:DB8:0001:0002::", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["::", "0:0:0:0::/64"],
  ["1:2:3::4:5:6:7", "1:2:3:0::/64"],
  ["::2:3:4:5:6:7:8", "0:2:3:4::/64"],
  ["64:ff9b::192.0.2.33", "64:ff9b:0:0::/64"],
  ["1:2:3:4:5:6:192.0.2.33", "1:2:3:4::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["", ""],
  ["unix", "unix"],
])("%j counts as %j", (address, counted) => {
  expect(countedAddress(address)).toBe(counted);
});

test("however an IPv6 address is written, its first 64 bits count and the rest does not", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 8, maxLength: 8 }), (groups) => {
      const written = groups.map((group) => group.toString(16)).join(":");
      const short = new URL(`http://[${written}]/`).hostname.slice(1, -1);
      const counted = `${groups
        .slice(0, 4)
        .map((group) => group.toString(16))
        .join(":")}::/64`;
      expect(countedAddress(written)).toBe(counted);
      expect(countedAddress(short)).toBe(counted);
    }),
  );
});
