/** What the server for Node gives with a request: the connection under it. Tests that ask an app directly give none. */
type Connection = Readonly<{ incoming?: Readonly<{ socket?: Readonly<{ remoteAddress?: string }> }> }>;

/** The address at the other end of the connection; undefined where there is none. */
export const peerOf = (env: unknown): string | undefined =>
  (env as Connection | undefined)?.incoming?.socket?.remoteAddress;
