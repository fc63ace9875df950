import { expect, test } from "vitest";
import { strictXml } from "./strict-xml.ts";

test("elements, attributes and text are read, whatever their prefix", () => {
  const read = strictXml(
    `<?xml version="1.0" encoding="UTF-8"?>\r\n<p:a xmlns:p="urn:p" xmlns="urn:d" ID = '1 &amp; 2'>\r\n<b p:c="x\ty"/>R&#38;D<b>&#x41;&quot;&apos;&gt;</b></p:a>\n`,
  );
  expect(read).toMatchObject({ name: "a", namespace: "urn:p", text: "\nR&D" });
  expect([...read!.attributes]).toEqual([["ID", "1 & 2"]]);
  expect(read!.children.map(({ name, namespace, text }) => [name, namespace, text])).toEqual([
    ["b", "urn:d", ""],
    ["b", "urn:d", `A"'>`],
  ]);
  expect([...read!.children[0]!.attributes]).toEqual([["c", "x y"]]);
});

test("a namespace holds within its element, and may be taken back", () => {
  const read = strictXml(`<a xmlns="urn:a"><b xmlns="urn:b"><c xmlns=""/></b><d/></a>`);
  expect([read!, ...read!.children, read!.children[0]!.children[0]!].map(({ namespace }) => namespace)).toEqual([
    ...["urn:a", "urn:b", "urn:a", ""],
  ]);
  expect(strictXml(`<a><b xmlns:p="urn:b"/><p:c/></a>`)).toBeNull();
});

test.each([
  ["nothing", ""],
  ["text alone", "a"],
  ["a declaration of another encoding", `<?xml version="1.0" encoding="UTF-16"?><a/>`],
  ["a declaration of XML 1.1", `<?xml version="1.1"?><a/>`],
  ["two declarations", `<?xml version="1.0"?><?xml version="1.0"?><a/>`],
  ["a byte order mark", "\ufeff<a/>"],
  ["a comment", "<a><!-- --></a>"],
  ["a comment before all", "<!-- --><a/>"],
  ["an instruction", "<a><?b?></a>"],
  ["CDATA", "<a><![CDATA[b]]></a>"],
  ["the end of CDATA", "<a>]]></a>"],
  ["a document type", "<!DOCTYPE a><a/>"],
  ["an ampersand alone", "<a>R&D</a>"],
  ["a reference by the name of a property of objects", "<a>&constructor;</a>"],
  ["a character that there is not", "<a>&#0;</a>"],
  ["a number past all characters", "<a>&#x110000;</a>"],
  ["half of a character", "<a>&#xD800;</a>"],
  ["a control character", "<a>\u0001</a>"],
  ["an attribute twice", `<a b="1" b="2"/>`],
  ["an attribute twice, by another prefix", `<a xmlns:p="urn:p" ID="1" p:ID="2"/>`],
  ["a namespace twice", `<a xmlns:p="urn:p" xmlns:p="urn:q"/>`],
  ["attributes without a blank between", `<a b="1"c="2"/>`],
  ["a less-than sign in an attribute", `<a b="<"/>`],
  ["an unknown prefix of an attribute", `<a p:b="1"/>`],
  ["another meaning of xml", `<a xmlns:xml="urn:x"/>`],
  ["a prefix that means nothing", `<a xmlns:p=""/>`],
  ["an end alone", "</a>"],
  ["crossed ends", "<a><b></a></b>"],
  ["an end by another prefix", `<a xmlns:p="" xmlns="urn:a"><b></p:b></a>`],
  ["two outermost elements", "<a/><b/>"],
  ["a name with two colons", `<a xmlns:p="urn:p"><p:b:c/></a>`],
  ["more depth than anything real", "<a>".repeat(41) + "</a>".repeat(41)],
  [
    "more namespaces than anything real",
    `<a${Array.from({ length: 50 }, (_, n) => ` xmlns:p${n}="urn:p"`).join("")}/>`,
  ],
])("%s is not read", (_, xml) => {
  expect(strictXml(xml)).toBeNull();
});

test("what is made to take long does not", () => {
  const long = 100_000;
  const slow = [
    `<a ${" ".repeat(long)}`,
    `<a${" b='1'".repeat(long / 6)}`,
    `<${"a".repeat(long)}`,
    `<a>${"&amp".repeat(long / 4)}</a>`,
    `<a b${" ".repeat(long / 2)}=${" ".repeat(long / 2)}`,
    `<a${Array.from({ length: 4000 }, (_, n) => ` xmlns:p${n}="u"`).join("")}>${"<b/>".repeat(8000)}</a>`,
  ];
  const began = performance.now();
  for (const xml of slow) expect(strictXml(xml)).toBeNull();
  expect(performance.now() - began).toBeLessThan(2000);
});
