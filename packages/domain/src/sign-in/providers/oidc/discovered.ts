import { allowInsecureRequests, customFetch, discovery, type ServerMetadata } from "openid-client";
import { isLoopbackAddress } from "../safe-address.ts";
import { boundedFetch } from "./bounded-fetch.ts";

/** How long a provider may take to answer, in seconds. */
export const patienceSeconds = 10;

const keptMs = 3_600_000;
const mostKept = 100;
const known = new Map<string, Readonly<{ foundAt: number; metadata: ServerMetadata }>>();

/**
 * What a provider says of itself (OpenID Connect Discovery 1.0), kept for an hour: its addresses and its keys' address.
 * What it says must be of the very issuer that was asked for.
 *
 * @throws whatever openid-client throws, where there is no such description
 */
export async function discovered(issuer: string, now: Date): Promise<ServerMetadata> {
  const kept = known.get(issuer);
  const ageMs = now.getTime() - (kept?.foundAt ?? Number.NEGATIVE_INFINITY);
  if (kept && ageMs >= 0 && ageMs < keptMs) return kept.metadata;
  const found = await discovery(new URL(issuer), "any", undefined, undefined, {
    ...{ [customFetch]: boundedFetch(issuer), timeout: patienceSeconds },
    execute: isLoopbackAddress(issuer) ? [allowInsecureRequests] : [],
  });
  const metadata = found.serverMetadata();
  if (new URL(metadata.issuer).href !== new URL(issuer).href) throw new Error("the description is of another issuer");
  known.delete(issuer);
  if (known.size >= mostKept) known.delete([...known.keys()][0]!);
  known.set(issuer, { foundAt: now.getTime(), metadata });
  return metadata;
}
