import { ReadableStream } from "node:stream/web";
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";

/** The key of an office's backups: the identity opens them and is kept away from the server; the recipient only closes them. */
export type BackupKey = Readonly<{ identity: string; recipient: string }>;

/** A new key: an X25519 pair in age's spelling (age-encryption.org/v1), which the age program opens, too. */
export async function newBackupKey(): Promise<BackupKey> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** Whether a text is a key to close backups with. */
export const isRecipient = (text: string): boolean => /^age1[02-9ac-hj-np-z]{58}$/.test(text);

/** Whether a text is a key to open backups with. */
export const isIdentity = (text: string): boolean => /^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/.test(text);

/** Closes bytes so that only the recipients' identities open them; each 64 KB is sealed, and so is its place. */
export function encrypted(plain: AsyncIterable<Uint8Array>, recipients: readonly string[]): Promise<Bytes> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return encrypter.encrypt(streamOf(plain) as never) as Promise<never>;
}

/** Opens what was closed. Throws, in the middle of the stream, where a byte was changed or the end is missing. */
export function decrypted(closed: AsyncIterable<Uint8Array>, identity: string): Promise<Bytes> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return decrypter.decrypt(streamOf(closed) as never) as Promise<never>;
}

/** Bytes in pieces of any size. */
export type Bytes = AsyncIterable<Uint8Array>;

/** Small pieces would each cost a turn of the stream; sealing works on 64 KB at a time anyway. */
const streamOf = (bytes: Bytes): ReadableStream<Uint8Array> => ReadableStream.from(bytes);
