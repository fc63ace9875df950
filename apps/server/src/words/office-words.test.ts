import { describe, expect, test } from "vitest";
import { translator } from "../messages/translate.ts";
import { byteText } from "./byte-text.ts";
import { calendarDay } from "./calendar-day.ts";
import { grantText } from "./grant-text.ts";
import { keyFromName } from "./key-from-name.ts";
import { momentText } from "./moment-text.ts";
import { kindName, nextStepName, recordStateName } from "./record-words.ts";
import { problemOf, refusalSentence } from "./refusal-words.ts";
import { dueText, sinceText } from "./since-text.ts";
import { turnText } from "./turn-text.ts";

const [en, es] = [translator("en"), translator("es")];

describe("time", () => {
  const now = new Date("2026-03-05T03:00:00Z"); // the evening of the fourth in Chicago

  test.each([
    ["2026-03-05T02:00:00Z", "since today", "desde hoy"],
    ["2026-03-04T05:59:00Z", "for 1 day", "desde hace 1 día"],
    ["2026-02-22T18:00:00Z", "for 10 days", "desde hace 10 días"],
    ["2026-03-09T18:00:00Z", "since today", "desde hoy"],
  ])("what stands since %s stands %s", (since, english, spanish) => {
    expect([sinceText(new Date(since), now, en), sinceText(new Date(since), now, es)]).toEqual([english, spanish]);
  });

  test.each([
    ["2026-03-03", "1 day late", "1 día de atraso"],
    ["2026-02-28", "4 days late", "4 días de atraso"],
    ["2026-03-04", "today", "hoy"],
    ["2026-03-05", "in 1 day", "en 1 día"],
    ["2026-03-14", "in 10 days", "en 10 días"],
  ])("what is due on %s is %s", (due, english, spanish) => {
    expect([dueText(due, now, en), dueText(due, now, es)]).toEqual([english, spanish]);
  });

  test("a moment and a day are told in the language of the page", () => {
    expect(momentText(new Date("2026-11-20T15:00:00Z"), "en")).toBe("Nov 20, 2026, 9:00\u00a0AM");
    expect(momentText(new Date("2026-11-20T15:00:00Z"), "es")).toMatch(/^20 nov 2026, 9:00/);
    expect(calendarDay("2026-01-01", "en")).toBe("January 1, 2026");
    expect(calendarDay("2026-01-01", "es")).toBe("1 de enero de 2026");
  });
});

describe("records", () => {
  test("kinds, states and steps have words of ours; others go by their own", () => {
    expect([kindName("release", es), kindName("community-event", en)]).toEqual(["Edición", "Community event"]);
    expect([recordStateName("draft", es), recordStateName("on-hold", en)]).toEqual(["borrador", "On hold"]);
    expect([nextStepName("sign-release", en), nextStepName("toString", en)]).toEqual([
      "Look at it and sign it",
      "ToString",
    ]);
  });

  test.each([
    [["reviewer@*"], ["analyst@*", "person:1"], "reviewer"],
    [["reviewer@*", "analyst@*"], ["analyst@*"], "yours"],
    [["person:1"], ["person:1"], "yours"],
    [["person:2"], ["person:1"], "one person"],
    [["finance@rumc", "finance@*", "program-lead@*"], [], "finance, program lead"],
    [[], ["analyst@*"], ""],
  ])("the turn of %j is, for who holds %j, %j", (turn, own, words) => {
    expect(turnText(turn, own, en)).toBe(words);
  });
});

describe("roles", () => {
  const nameOf = (id: string) => ({ rumc: "RUSH", club: "A block club" })[id] ?? id;

  test.each([
    [{ role: "analyst" } as const, "analyst, everywhere", "análisis, en todas partes"],
    [{ role: "finance", facilityId: "rumc" } as const, "finance, at RUSH", "finanzas, en RUSH"],
    [
      { role: "partner", partnerId: "club" } as const,
      "partner, for A block club",
      "organización aliada, para A block club",
    ],
  ])("%j is told as %s", (grant, english, spanish) => {
    expect([grantText(grant, en, nameOf), grantText(grant, es, nameOf)]).toEqual([english, spanish]);
  });
});

describe("refusals", () => {
  const refusal = (code: string, fields?: Record<string, string>) =>
    ({ refused: "invalid", code, message: "In English.", ...(fields && { fields }) }) as const;

  test("have a sentence of ours where there is one, else the one they came with", () => {
    expect(refusalSentence(refusal("paused"))).toEqual({ key: "refusal.paused" });
    expect(refusalSentence(refusal("never-heard-of"))).toEqual({ english: "In English." });
    expect(refusalSentence(refusal("constructor"))).toEqual({ english: "In English." });
  });

  test("tell what was wrong with a field or a part of it", () => {
    const wrong = refusal("input", { email: "a mail address", "settings.issuer": "an address", odd: "an odd thing" });
    expect(problemOf(wrong, "email")).toEqual({ key: "field.email" });
    expect(problemOf(wrong, "settings")).toEqual({ key: "field.again" });
    expect(problemOf(wrong, "odd")).toEqual({ key: "field.again" });
    expect(problemOf(wrong, "name")).toBeNull();
    expect(problemOf(refusal("input"), "name")).toBeNull();
  });
});

test.each([
  ["A block club", "a-block-club"],
  ["Año Nuevo", "ano-nuevo"],
  ["2nd Street", "nd-street"],
  ["---", ""],
  ["🏙️", ""],
  [`${"long ".repeat(20)}`, "long-long-long-long-long-long-long-long-"],
])("the key of %j is %j", (name, key) => {
  expect(keyFromName(name)).toBe(key);
});

test.each([
  [12, "12 bytes"],
  [999, "999 bytes"],
  [1540, "1.5 KB"],
  [64_000, "64 KB"],
  [1_540_000, "1.5 MB"],
  [26_214_400, "26 MB"],
])("%i bytes are %s", (bytes, words) => {
  expect(byteText(bytes, "en")).toBe(words);
});
