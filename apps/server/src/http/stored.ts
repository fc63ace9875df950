import { createHash } from "node:crypto";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Encoding } from "./encodings.ts";

/** Something that is answered with: its bytes in every form that clients take, each with its own tag. */
export type Stored = Readonly<{
  status: 200 | 404 | 405 | 414 | 500 | 503;
  mediaType: string;
  bodies: Readonly<Partial<Record<Encoding, Buffer>>> & Readonly<{ identity: Buffer }>;
  tag: string;
}>;

/** Forms of a text or bytes; what is packed already (a font) is kept as it is. */
export function stored(body: string | Buffer, mediaType: string, status: Stored["status"] = 200): Stored {
  const identity = typeof body === "string" ? Buffer.from(body) : body;
  const tag = createHash("sha256").update(identity).digest("base64url").slice(0, 22);
  if (!packs(mediaType)) return { status, mediaType, bodies: { identity }, tag };
  const br = brotliCompressSync(identity, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: identity.length },
  });
  return { status, mediaType, bodies: { identity, gzip: gzipSync(identity, { level: 6 }), br }, tag };
}

/** Bytes that a stored thing holds in memory. */
export const storedBytes = ({ bodies }: Stored): number =>
  Object.values(bodies).reduce((sum, body) => sum + body.length, 0);

const packs = (mediaType: string): boolean => /^text\/|json|svg/.test(mediaType);
