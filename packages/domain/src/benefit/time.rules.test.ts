import { describe, expect, test } from "vitest";
import { givers } from "../ledger/ledger-cell.ts";
import { eightHoursAYear, paidVolunteerTime, timeVerdict } from "./time.rules.ts";

describe("time is a cost only where it is assigned, paid, and of somebody who is paid", () => {
  const answers = [true, false, null];
  const table = givers.flatMap((giver) =>
    (["paid-time", "unpaid-time"] as const).flatMap((kind) =>
      answers.flatMap((isAssigned) => answers.map((onPaidTime) => ({ giver, kind, isAssigned, onPaidTime }))),
    ),
  );

  test("of all 108 cases three are a cost: staff, faculty and residents on assigned, paid time", () => {
    const costs = table.filter((time) => timeVerdict(time).isCost);
    expect(table).toHaveLength(108);
    expect(costs.map(({ giver }) => giver)).toEqual(["resident", "faculty", "staff"]);
    expect(costs.every(({ kind, isAssigned, onPaidTime }) => kind === "paid-time" && isAssigned && onPaidTime)).toBe(
      true,
    );
  });

  test("why not is said: first who gave it, then whether it was paid, then whether it was assigned", () => {
    const why = (giver: (typeof givers)[number], isAssigned: boolean | null, onPaidTime: boolean | null) =>
      timeVerdict({ kind: "paid-time", giver, isAssigned, onPaidTime }).why;
    expect(why("board", true, true)).toBe("volunteer");
    expect(why("staff", false, false)).toBe("off-the-clock");
    expect(why("staff", false, true)).toBe("not-assigned");
    expect(why("staff", true, null)).toBe("not-answered");
    expect(why("staff", null, true)).toBe("not-answered");
    expect(timeVerdict({ kind: "unpaid-time", giver: "staff", isAssigned: true, onPaidTime: true }).why).toBe("unpaid");
    expect(
      timeVerdict({ kind: "paid-time", giver: "student", isAssigned: true, onPaidTime: true }).source.cites,
    ).toMatch(/hospital volunteers' time/);
  });
});

describe("an employee's eight paid hours a fiscal year", () => {
  const shift = (minutes: number, hasDocumentedNeed: boolean) => ({ minutes, hasDocumentedNeed });

  test("are taken up by activities with a documented need first", () => {
    expect(eightHoursAYear.minutesPerFiscalYear).toBe(480);
    expect(paidVolunteerTime([shift(240, false), shift(300, true)])).toEqual({
      countedMinutes: 300,
      withoutNeedMinutes: 180,
      beyondPolicyMinutes: 60,
    });
  });

  test("end at eight, and what is more is looked at before it is posted", () => {
    expect(paidVolunteerTime([shift(480, true), shift(60, true)])).toEqual({
      countedMinutes: 480,
      withoutNeedMinutes: 0,
      beyondPolicyMinutes: 60,
    });
  });
});
