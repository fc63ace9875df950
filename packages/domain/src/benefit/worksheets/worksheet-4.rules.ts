import { groupBy } from "../../kernel/group-by.ts";
import type { CountedActivity } from "../activity-costs.rules.ts";
import { ruleSources } from "../rule-source.ts";
import {
  amountsOf,
  type FilledWorksheet,
  type LineAmounts,
  line,
  netOf,
  type WorksheetInput,
  type WorksheetLine,
} from "./worksheet.ts";

/** Worksheet 4: community health improvement services and community benefit operations, for line 7e. */
export function worksheetFour({ counted, rules }: WorksheetInput): FilledWorksheet {
  const of = (letter: string) => counted.filter(({ category }) => category.startsWith(letter));
  const named = (activities: readonly CountedActivity<"irs">[]): Named[] =>
    [...groupBy(activities, ({ activityId }) => activityId)].map(([name, group]) => ({
      name,
      amounts: amountsOf(group, rules),
    }));
  const [services, operations] = [of("A"), of("G")];
  const all = [...services, ...operations];
  const amounts = amountsOf(all, rules);
  return {
    amounts: all.length === 0 ? null : amounts,
    missing: [],
    worksheet: {
      number: 4,
      title: {
        en: "Community health improvement services and community benefit operations",
        es: "Mejora de la salud comunitaria y operación del beneficio comunitario",
      },
      columns: ["A", "B", "C"],
      lines: [
        ...lettered("1", "abcdefghij", named(services)),
        sum("2", "Services (lines 1a to 1j)", "Servicios (líneas 1a a 1j)", amountsOf(services, rules)),
        ...lettered("3", "abcd", named(operations)),
        sum("4", "Operations (lines 3a to 3d)", "Operación (líneas 3a a 3d)", amountsOf(operations, rules)),
        sum("5", "Total, to line 7e", "Total, a la línea 7e", amounts),
      ],
      source: ruleSources["irs-worksheet-4"],
      unverifiedLines: [],
    },
  };
}

type Named = Readonly<{ name: string; amounts: LineAmounts }>;

const sum = (number: string, en: string, es: string, amounts: LineAmounts): WorksheetLine =>
  line(number, en, es, amounts.expense, amounts.offset, netOf(amounts));

/** The form has so many lines: the largest have their own, in the order of their names, and the last holds the rest. */
function lettered(number: string, letters: string, all: readonly Named[]): WorksheetLine[] {
  const bySize = [...all].sort((a, b) => b.amounts.expense - a.amounts.expense || (a.name < b.name ? -1 : 1));
  const own = all.length > letters.length ? letters.length - 1 : all.length;
  const rest = bySize.slice(own);
  const lines = bySize
    .slice(0, own)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, amounts }, at) => sum(`${number}${letters[at]}`, name, name, amounts));
  if (rest.length === 0) return lines;
  const of = (column: keyof LineAmounts) => rest.reduce((total, { amounts }) => total + amounts[column], 0);
  const others = { expense: of("expense"), offset: of("offset") } as LineAmounts;
  return [...lines, sum(`${number}${letters[own]}`, `${rest.length} others`, `${rest.length} más`, others)];
}
