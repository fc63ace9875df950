import type { CustomFetch } from "openid-client";
import { isLoopbackAddress, isSafeAddress } from "../safe-address.ts";

/** The provider could not be asked: no connection, no answer in time, trouble of its own, or more than we will read. */
class Unreachable extends Error {}

const mostBytes = 1_000_000;

/**
 * The fetch for asking a provider. What a provider says of itself names the addresses to ask: they are held to https, or to
 * this machine where the issuer is on it. Redirects are not followed, and no answer is read beyond a megabyte.
 *
 * @throws Unreachable
 */
export const boundedFetch =
  (issuer: string): CustomFetch =>
  async (address, options) => {
    if (!isSafeAddress(address) || (isLoopbackAddress(address) && !isLoopbackAddress(issuer)))
      throw new Unreachable("an address that is not asked");
    try {
      const response = await fetch(address, options as RequestInit);
      const body = await boundedBody(response);
      if (response.status >= 500) throw new Unreachable(`answered ${response.status}`);
      const { status, headers } = response;
      return new Response(body.length === 0 ? null : body, { status, headers });
    } catch (cause) {
      throw cause instanceof Unreachable ? cause : new Unreachable("could not be asked", { cause });
    }
  };

async function boundedBody(response: Response): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.length;
    if (bytes > mostBytes) throw new Unreachable("answered with too much");
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Whether it was for this that a request came to nothing, whatever it was wrapped in. */
export function isUnreachable(reason: unknown): boolean {
  for (let at = reason, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++)
    if (at instanceof Unreachable) return true;
  return false;
}
