import { createServer } from "node:net";
import { DatabaseHeld, DatabaseUnavailable } from "@evenspan/database/unavailable";
import { expect, test } from "vitest";
import { brokenMachine } from "./broken-machine.ts";

const fault = (more: object): Error => Object.assign(new Error("from below"), more);

test.each([
  [
    fault({ code: "EADDRINUSE", syscall: "listen", port: 8080 }),
    "Port 8080 is in use; choose another with PORT or --port.",
  ],
  [
    fault({ code: "EACCES", syscall: "listen", port: 80 }),
    "Port 80 may not be used by this user; choose another with PORT or --port.",
  ],
  [
    fault({ code: "EADDRNOTAVAIL", syscall: "listen", address: "192.0.2.1" }),
    "This machine has no address 192.0.2.1; choose another with HOST or --host.",
  ],
  [new DatabaseUnavailable("It does not answer."), "It does not answer."],
  [new DatabaseHeld("Another holds it."), "Another holds it."],
  [fault({ code: "ENOSPC" }), "The disk is full; nothing of this was stored. Make room and try again."],
  [fault({ code: "53100" }), "The disk of the database is full; nothing of this was stored. Make room and try again."],
  [fault({ code: "53200" }), "The database has no memory left; nothing of this was stored. Free some and try again."],
  [fault({ code: "53300" }), "The database has no connection free; nothing of this was stored. Try again in a moment."],
  [
    fault({ code: "53400" }),
    "The database has run out of something that it needs; nothing of this was stored. Try again later.",
  ],
])("%s is told in a sentence", (it, message) => {
  expect(brokenMachine(it)).toMatchObject({ refused: "unavailable", message });
});

test.each([
  [new TypeError("a bug")],
  [fault({ code: "42601" })],
  [fault({ code: "EACCES", syscall: "open" })],
  [fault({ code: "EINVAL", syscall: "listen" })],
  ["a string"],
])("%s is a bug, and keeps its stack", (it) => {
  expect(brokenMachine(it)).toBeNull();
});

test("a port that is taken is told as Node tells it", async () => {
  const first = createServer();
  await new Promise<void>((done) => first.listen(0, "127.0.0.1", done));
  const { port } = first.address() as { port: number };
  const second = createServer();
  const failure = new Promise((told) => second.once("error", told));
  second.listen(port, "127.0.0.1");
  expect(brokenMachine(await failure)?.message).toBe(`Port ${port} is in use; choose another with PORT or --port.`);
  await new Promise((done) => first.close(done));
});
