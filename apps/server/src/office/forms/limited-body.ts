/** The bytes of a request; null where there are more than may be, of which no more than that is read. */
export async function limitedBody(request: Request, mostBytes: number): Promise<Buffer | null> {
  const told = request.headers.get("content-length");
  if (told !== null && Number(told) > mostBytes) return null;
  if (request.body === null) return Buffer.alloc(0);
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(pieces);
    bytes += value.byteLength;
    if (bytes > mostBytes) {
      await reader.cancel();
      return null;
    }
    pieces.push(value);
  }
}
