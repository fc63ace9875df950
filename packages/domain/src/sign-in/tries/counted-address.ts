import { isIPv6 } from "node:net";

/**
 * The part of a network address that tries are counted by: all of an IPv4 address, and the first 64 bits of an IPv6 address,
 * for one home is given that many (RFC 6177 and RFC 4291 §2.5.4) and could else try from each of them.
 *
 * @example
 * countedAddress("192.0.2.7") // => "192.0.2.7"
 * @example
 * countedAddress("2001:db8::7") // => "2001:db8:0:0::/64"
 * @example
 * countedAddress("::ffff:192.0.2.7") // => "192.0.2.7"
 */
export function countedAddress(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1]!;
  const bare = address.replace(/%.*$/, "");
  if (!isIPv6(bare)) return address;
  const [front = "", back] = bare.toLowerCase().split("::");
  const groups = (text: string): string[] => (text === "" ? [] : text.split(":"));
  // Behind the gap stand the last groups; of the first four, those that neither names are zero.
  const [before, after] = [groups(front), groups(back ?? "")];
  const length = after.some((group) => group.includes(".")) ? 7 : 8;
  const gap = back === undefined ? 0 : length - before.length - after.length;
  const all = [...before, ...Array<string>(gap).fill("0"), ...after];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}
