import { coarsePeers, randomMethods } from "./oracle.ts";

/** What the runner found about one method. */
export type MethodAgreement = {
  method: string;
  ids: readonly string[];
  cases: number;
  passed: number;
  skipped: string[];
  complaints: string[];
  departures: { field: string; reason: string }[];
  worst: number;
  notBuilt?: boolean;
};

/** The findings as a Markdown table, with the reason of every skipped case below it. */
export function agreementTable(rows: readonly MethodAgreement[]): string {
  const built = rows.filter((row) => !row.notBuilt);
  const lines = ["| method | cases | agree | skipped | worst relative error |", "| --- | ---: | ---: | ---: | ---: |"];
  for (const { method, cases, passed, skipped, worst } of built) {
    lines.push(
      `| ${method} | ${cases} | ${passed} | ${skipped.length} | ${worst === 0 ? "none" : worst.toExponential(1)} |`,
    );
  }
  const skipped = built.flatMap((row) => row.skipped.map((reason) => `- ${row.method}, ${reason}`));
  if (skipped.length > 0) lines.push("", "Skipped:", "", ...skipped);
  const departures = built.flatMap(departureLines);
  if (departures.length > 0)
    lines.push("", "Fields where the peer is wrong, coarser or random, and so compared otherwise:", "", ...departures);
  const coarse = Object.entries(coarsePeers).filter(([id]) => rows.some((row) => row.ids.includes(id)));
  if (coarse.length > 0) {
    lines.push("", "Compared more loosely than written:", "");
    for (const [id, { abs, reason }] of coarse) lines.push(`- ${id}, within ${abs}: ${reason}`);
  }
  const random = built.filter((row) => randomMethods[row.method] !== undefined);
  if (random.length > 0) lines.push("", ...random.map(({ method }) => `${method}: ${randomMethods[method]}.`));
  const missing = rows.filter((row) => row.notBuilt).map((row) => row.method);
  if (missing.length > 0) lines.push("", `Not yet built: ${missing.join(", ")}.`);
  const agreed = built.reduce((sum, row) => sum + row.passed, 0);
  lines.push("", `${built.length} of ${rows.length} methods built; ${agreed} cases agree.`);
  return lines.join("\n");
}

/** One line a reason, with the fields and cases that it holds for. */
function departureLines({ method, departures }: MethodAgreement): string[] {
  const reasons = [...new Set(departures.map(({ reason }) => reason))];
  return reasons.map((reason) => {
    const parts = departures.filter((one) => one.reason === reason).map(({ field }) => field.split("."));
    const fields = [...new Set(parts.map((path) => path.at(-1)))].join(", ");
    const cases = [...new Set(parts.map(([id]) => id))].join(", ");
    return `- ${method}, ${fields}: ${reason} (${cases})`;
  });
}
