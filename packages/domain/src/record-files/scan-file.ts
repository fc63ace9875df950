import { connect, type Socket } from "node:net";

/** What a look for viruses came to. */
export type Scanned = "clean" | "unsafe" | "not scanned";

/** Looks for viruses in a file. Rejects where the scanner does not answer: then nothing is taken. */
export type ScanFile = (bytes: Uint8Array) => Promise<Scanned>;

/** Where no scanner is set up: the file says so wherever it is shown. */
export const noScan: ScanFile = async () => "not scanned";

const chunkBytes = 64 * 1024;
const patienceMs = 30_000;

/**
 * A scanner that speaks clamd's protocol (INSTREAM: chunks with their length in four bytes, and an empty one at the end).
 *
 * @param address `tcp://127.0.0.1:3310` or `unix:///run/clamav/clamd.ctl`
 */
export const clamdScan =
  (address: string): ScanFile =>
  async (bytes) => {
    const { protocol, hostname, port, pathname } = new URL(address);
    const socket = protocol === "unix:" ? connect({ path: pathname }) : connect({ host: hostname, port: Number(port) });
    const answer = await asked(socket, bytes);
    if (/^stream: OK$/.test(answer)) return "clean";
    if (/ FOUND$/.test(answer)) return "unsafe";
    throw new Error(`the virus scanner answered: ${answer.slice(0, 200)}`);
  };

function asked(socket: Socket, bytes: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = "";
    socket.setTimeout(patienceMs, () => socket.destroy(new Error("the virus scanner did not answer in time")));
    socket.once("error", reject);
    socket.on("data", (data) => {
      answer += data;
    });
    socket.once("end", () => resolve(answer.replace(/\0.*$/s, "").trim()));
    socket.once("close", () => reject(new Error("the virus scanner closed the line")));
    socket.write("zINSTREAM\0");
    for (let at = 0; at < bytes.length; at += chunkBytes) {
      const chunk = bytes.subarray(at, at + chunkBytes);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(chunk.length);
      socket.write(length);
      socket.write(chunk);
    }
    socket.write(Buffer.alloc(4));
  });
}
