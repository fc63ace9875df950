/** A piece of a backup: what begins (header, section), rows as COPY writes them, what ends (section, backup). */
export type Frame = Readonly<{ kind: FrameKind; bytes: Uint8Array }>;

/** The kinds, by the letter that stands in the file. */
export type FrameKind = keyof typeof letters;

const letters = { header: 0x48, section: 0x53, rows: 0x52, "section-end": 0x65, end: 0x45 } as const;
const kinds = new Map(Object.entries(letters).map(([kind, letter]) => [letter as number, kind as FrameKind]));
const headLength = 5;
const longest = 64 * 2 ** 20;

/** A frame as bytes: its letter, its length in four bytes, its content. */
export function frameBytes(kind: FrameKind, content: Uint8Array | object): Uint8Array {
  const bytes = content instanceof Uint8Array ? content : Buffer.from(JSON.stringify(content));
  const head = Buffer.alloc(headLength);
  head[0] = letters[kind];
  head.writeUInt32BE(bytes.length, 1);
  return Buffer.concat([head, bytes]);
}

/** The frames in a stream of bytes. @throws Error where the bytes are no frames, or end within one. */
export async function* framesIn(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Frame> {
  let held: Buffer<ArrayBufferLike> = Buffer.alloc(0);
  for await (const piece of bytes) {
    held = held.length === 0 ? Buffer.from(piece) : Buffer.concat([held, piece]);
    for (let frame = first(held); frame; frame = first(held)) {
      yield frame;
      held = held.subarray(headLength + frame.bytes.length);
    }
  }
  if (held.length > 0) throw new Error("the file ends in the middle of a piece");
}

function first(held: Buffer): Frame | null {
  if (held.length < headLength) return null;
  const kind = kinds.get(held[0]!);
  const length = held.readUInt32BE(1);
  if (!kind || length > longest) throw new Error("the file holds something that no backup holds");
  return held.length < headLength + length ? null : { kind, bytes: held.subarray(headLength, headLength + length) };
}
