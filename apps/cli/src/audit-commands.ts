import { pruneAudit } from "@evenspan/domain/audit/prune-audit";
import { sealAudit } from "@evenspan/domain/audit/seal-audit";
import { type AuditVerdict, verifyAudit } from "@evenspan/domain/audit/verify-audit";
import { operator } from "@evenspan/domain/kernel/actor";
import type { Command } from "commander";
import { type GlobalOptions, inSession } from "./session.ts";
import { tell } from "./tell.ts";

/** `evenspan audit`: whether what was done is told as it was, and what need not be kept any longer. */
export function auditCommands(program: Command): void {
  const audit = program.command("audit").description("the record of what was done, by whom, when and why");
  audit
    .command("verify")
    .description("compute the whole chain anew; exits with 1 where something was changed, put in or taken out")
    .option(
      "--head <hash>",
      "the head that an earlier run printed and you kept elsewhere: without it, an end cut off is not seen",
    )
    .action(async ({ head }: { head?: string }) => {
      const verified = await inSession(program.opts<GlobalOptions>(), async ({ db, systemId }) => {
        await sealAudit(db.app, systemId);
        return verifyAudit(db.app, systemId, { head });
      });
      tell(verified, (verdict) => {
        if (!verdict.holds) process.exitCode = 1;
        return verdictLines(verdict);
      });
    });
  audit
    .command("prune")
    .description("remove entries that the rule of retention lets go of; the chain still verifies afterwards")
    .option("--keep-years <years>", "keep longer than the rule wants", Number)
    .action(async ({ keepYears }: { keepYears?: number }) => {
      const pruned = await inSession(program.opts<GlobalOptions>(), ({ db, systemId, name }) =>
        pruneAudit(
          db.owner,
          { systemId, actor: operator(name), now: new Date(), from: { channel: "command line" } },
          keepYears,
        ),
      );
      tell(pruned, ({ removed, throughSeq, before, head }) =>
        removed === 0
          ? [`Nothing is older than ${before}.`]
          : [`Removed ${removed} entries from before ${before}, up to link ${throughSeq}: ${head}`],
      );
    });
}

const verdictLines = ({ holds, links, removed, head, faultCount, faults }: AuditVerdict): readonly string[] => [
  holds
    ? `The audit holds: ${links} entries${removed > 0 ? `, of which ${removed} were removed by the rule of retention` : ""}.`
    : `The audit does not hold: faults found, ${faultCount}.`,
  ...faults.map(({ message }) => `  ${message}`),
  ...(faultCount > faults.length ? [`  … and ${faultCount - faults.length} more.`] : []),
  `head ${head}`,
];
