import { createServer, type Socket } from "node:net";
import { testDatabase } from "@evenspan/database/testing";
import { afterAll, expect, test } from "vitest";
import { workbook } from "../files/testing/workbook.ts";
import { isRefusal } from "../kernel/refusal.ts";
import { openRecord } from "../records/open-record.ts";
import { recordOffice } from "../records/testing.ts";
import { addFile } from "./add-file.ts";
import { type CheckedFile, checkedFile, largestFile, plainName } from "./checked-file.ts";
import { openFile } from "./open-file.ts";
import { clamdScan, noScan, type ScanFile } from "./scan-file.ts";

const database = await testDatabase();
const office = await recordOffice(database);
const nadia = await office.invited("Nadia", { role: "office-staff", facilityId: "rumc" });
const omar = await office.invited("Omar", { role: "finance" });
const recordId = await office.keep("fair", { facilityId: "rumc", locks: ["office-staff@rumc"] });

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const text = (words: string) => Buffer.from(words);
const file = async (name: string, bytes: Uint8Array, scan: ScanFile = noScan): Promise<CheckedFile> => {
  const outcome = await checkedFile(name, bytes, scan);
  if (isRefusal(outcome)) throw new Error(outcome.message);
  return outcome;
};

test("a file that is what it says is added, listed with who looked at it, and opened as it came", async () => {
  expect(await office.done(nadia, addFile, { recordId, file: await file("plan of the fair.png", png) })).toMatchObject({
    seq: 1,
  });
  expect((await office.done(nadia, openRecord, { recordId })).files).toMatchObject([
    {
      seq: 1,
      fileName: "plan of the fair.png",
      mediaType: "image/png",
      byteSize: png.length,
      scan: "not scanned",
      name: "Nadia",
    },
  ]);
  const opened = await office.done(nadia, openFile, { recordId, seq: 1 });
  expect({ ...opened, bytes: opened.bytes.equals(png) }).toEqual({
    ...{ fileName: "plan of the fair.png", mediaType: "image/png", bytes: true },
  });
});

test("the same content twice is stored once, under both names", async () => {
  await office.done(nadia, addFile, { recordId, file: await file("again.png", png) });
  const stored = await office.ask(["office-staff@rumc"], (db) =>
    db.selectFrom("stored_files").select("fingerprint").execute(),
  );
  expect(stored).toHaveLength(1);
});

test("who does not see the record neither adds, lists nor opens, and is not told whether it is there", async () => {
  expect(await office.outcome(omar, addFile, { recordId, file: await file("x.png", png) })).toMatchObject({
    code: "record",
  });
  expect(await office.outcome(omar, openFile, { recordId, seq: 1 })).toMatchObject({
    refused: "not-found",
    code: "file",
  });
  expect(
    await office.ask(["finance@*"], (db) => db.selectFrom("stored_files").select("fingerprint").execute()),
  ).toEqual([]);
});

test("only what was looked at is taken: a form's own words are no file", async () => {
  const forged = { fileName: "x.png", mediaType: "image/png", bytes: png, fingerprint: "a".repeat(64), scan: "clean" };
  expect(await office.outcome(nadia, addFile, { recordId, file: forged })).toMatchObject({ refused: "invalid" });
});

test.each([
  ["a page as a picture", "cat.png", text("<html><script>alert(1)</script></html>")],
  ["a picture that a browser runs", "cat.svg", text("<svg onload=alert(1)>")],
  ["a page as a text", "notes.txt", text("<!doctype html><script>alert(1)</script>")],
  ["a program as a document", "letter.docx", Buffer.from("MZ\x90\0\x03")],
  ["a picture under another's name", "cat.pdf", png],
  ["bytes that are no text", "list.csv", Buffer.from([0xff, 0xfe, 0, 1])],
  ["a name without an ending", "README", text("hello")],
  ["a zip", "all.zip", Buffer.from(`PK\x05\x06${"\0".repeat(18)}`, "latin1")],
])("%s is refused", async (_, name, bytes) => {
  expect(await checkedFile(name, bytes, noScan)).toMatchObject({ refused: "invalid", code: "file-kind" });
});

test("a workbook, a list with Spanish words and a text are taken as what they are", async () => {
  expect((await file("hours.xlsx", workbook({ Hours: [["a"], [1]] }))).mediaType).toContain("spreadsheetml");
  expect((await file("lista.csv", text("Nombre,Años\nMaría,3\n"))).mediaType).toBe("text/csv");
  expect((await file("notes.txt", text("5 < 6, and so on"))).mediaType).toBe("text/plain");
});

test("nothing, and more than 25 MB, are refused in a sentence", async () => {
  expect(await checkedFile("x.txt", text(""), noScan)).toMatchObject({ code: "no-file" });
  expect(await checkedFile("x.txt", new Uint8Array(largestFile + 1), noScan)).toMatchObject({ code: "file-too-large" });
});

test.each([
  ["../../etc/passwd.txt", "passwd.txt"],
  ["C:\\a\\Informe final ñ.pdf", "Informe final ñ.pdf"],
  ['x"; rm -rf.csv', "x__ rm -rf.csv"],
  ["a\r\nSet-Cookie: b.txt", "a__Set-Cookie_ b.txt"],
  [".htaccess.txt", "htaccess.txt"],
  [`${"long".repeat(60)}.pdf`, `${"long".repeat(29)}.pdf`],
])("the name %j is kept as %j", (name, kept) => {
  expect(plainName(name)).toBe(kept);
});

/** What answers as clamd does: it knows the harmless test file of EICAR by its beginning. */
const clamd = createServer((socket: Socket) => {
  let heard = Buffer.alloc(0);
  socket.on("error", () => {});
  socket.on("data", (data) => {
    heard = Buffer.concat([heard, data]);
    if (!heard.subarray(-4).equals(Buffer.alloc(4))) return;
    if (heard.includes("hang up")) return socket.destroy();
    socket.end(
      heard.includes("odd")
        ? "INSTREAM size limit exceeded. ERROR\0"
        : heard.includes("EICAR")
          ? "stream: Eicar-Signature FOUND\0"
          : "stream: OK\0",
    );
  });
});
await new Promise<void>((listening) => clamd.listen(0, "127.0.0.1", listening));
afterAll(() => void clamd.close());
const scan = clamdScan(`tcp://127.0.0.1:${(clamd.address() as { port: number }).port}`);

test("a scanner's word is kept; what it finds is not, and without its word nothing is", async () => {
  expect((await file("clean.txt", text("clean ".repeat(30_000)), scan)).scan).toBe("clean");
  expect(await checkedFile("bad.txt", text("EICAR"), scan)).toMatchObject({ refused: "invalid", code: "file-unsafe" });
  for (const words of ["hang up", "odd"])
    expect(await checkedFile("x.txt", text(words), scan)).toMatchObject({ refused: "unavailable", code: "scanner" });
  expect(await checkedFile("x.txt", text("x"), clamdScan("tcp://127.0.0.1:9"))).toMatchObject({ code: "scanner" });
});
