import { buildRelease } from "@evenspan/domain/releases/build-release";
import { listReleases } from "@evenspan/domain/releases/list-releases";
import { signRelease } from "@evenspan/domain/releases/sign-release";
import { verifyRelease } from "@evenspan/domain/releases/verify-release";
import { withdrawRelease } from "@evenspan/domain/releases/withdraw-release";
import type { Command } from "commander";
import { asked, type GlobalOptions, inSession, performed } from "./session.ts";
import { tell } from "./tell.ts";

/** `evenspan release`: build, sign, verify, withdraw, list. */
export function releaseCommands(program: Command): void {
  const release = program.command("release").description("build a release from all that is loaded, and check it");
  release.action(async () => {
    const built = await inSession(program.opts<GlobalOptions>(), (session) =>
      performed(session, buildRelease, "analyst", {}),
    );
    tell(built, ({ number, releaseId, already, figures, remarks }) => [
      `Release ${number} ${already ? "was built before from the same inputs" : "is built"}: ${figures} figures, ${releaseId}`,
      ...remarks.map((remark) => `  ${remark.stops ? "must be mended: " : ""}${remark.message}`),
      `It is not public. A second person signs it: evenspan release sign ${number} --note "what was looked at" --name "…"`,
    ]);
  });
  addSign(program, release);
  addVerify(program, release);
  addWithdraw(program, release);
  addList(program, release);
}

function addSign(program: Command, release: Command): void {
  release
    .command("sign [release]")
    .description("sign a release, which publishes it; --name says who signs")
    .requiredOption("--note <words>", "what was looked at")
    .action(async (name: string | undefined, { note }: { note: string }) => {
      const signed = await inSession(program.opts<GlobalOptions>(), (session) =>
        performed(session, signRelease, "reviewer", { release: name, note }),
      );
      tell(signed, ({ number, releaseId }) => [`Release ${number} is published: ${releaseId}`]);
    });
}

function addVerify(program: Command, release: Command): void {
  release
    .command("verify [release]")
    .description("make a release again from its stored inputs and compare byte for byte")
    .action(async (name: string | undefined) => {
      const verified = await inSession(program.opts<GlobalOptions>(), (session) =>
        asked(session, (trx, systemId) => verifyRelease(trx, systemId, name)),
      );
      tell(verified, ({ number, releaseId, documents, bytes, datasets, differences }) => {
        if (differences.length > 0) process.exitCode = 1;
        return differences.length > 0
          ? [`Release ${number} does not verify (${releaseId}):`, ...differences.map((one) => `  ${one}`)]
          : [
              `Release ${number} verifies: ${documents} files, ${bytes} bytes, made again from ${datasets} datasets and equal.`,
              releaseId,
            ];
      });
    });
}

function addWithdraw(program: Command, release: Command): void {
  release
    .command("withdraw <release>")
    .description("take a published release back; the one before it is shown again")
    .requiredOption("--note <words>", "why")
    .action(async (name: string, { note }: { note: string }) => {
      const withdrawn = await inSession(program.opts<GlobalOptions>(), (session) =>
        performed(session, withdrawRelease, "reviewer", { release: name, note }),
      );
      tell(withdrawn, ({ number }) => [`Release ${number} is withdrawn.`]);
    });
}

function addList(program: Command, release: Command): void {
  release
    .command("list")
    .description("list releases and what was done with them")
    .action(async () => {
      const listed = await inSession(program.opts<GlobalOptions>(), (session) => asked(session, listReleases));
      tell(listed, (releases) =>
        releases.map(({ number, releaseId, action, doneBy, doneAt }) =>
          [number, action, doneAt.toISOString(), doneBy, releaseId].join("  "),
        ),
      );
    });
}
