/**
 * Who asks, as an address: the peer of the connection, or, where proxies of ours stand in front, what the outermost of
 * them saw. What a stranger writes into the header stands further left, and is never looked at.
 *
 * @example
 * clientAddress("10.0.0.1", "6.6.6.6, 203.0.113.9", 1) // => "203.0.113.9"
 * @example
 * clientAddress("203.0.113.9", "6.6.6.6", 0) // => "203.0.113.9"
 */
export function clientAddress(peer: string | undefined, forwardedFor: string | null, proxies: number): string {
  const seen = (forwardedFor ?? "").split(",").map((one) => one.trim());
  const told = proxies > 0 ? seen.at(-proxies) : undefined;
  return told && /^[0-9a-fA-F.:]{3,45}$/.test(told) ? told : (peer ?? "unknown");
}
