import type { Scope } from "../kernel/access.rules.ts";
import { type Role, roles, strongRoles } from "../kernel/roles.ts";
import type { AccessSection, AnyCommand } from "./access-table.ts";

const cells: Readonly<Record<Scope, string>> = {
  system: "whole system",
  facility: "facility",
  partner: "partner",
  own: "own",
};

const preface = `# Who may do what

This page is made from the commands and queries themselves (\`node --import tsx tools/access-table.ts --write\`), and the
check \`access\` fails where it is not what they say. Each cell is tried, allowed and refused, in three systems by
\`packages/domain/src/access/access-table.test.ts\`; row-level security is the second wall, tried by
\`tenant-lines.test.ts\` beside it.

- **whole system**: only who holds the role in the whole system.
- **facility**: also who holds it at the facility that the matter concerns.
- **partner**: who acts for the partner organization that it concerns.
- **own**: only what concerns the one who asks.
- **–**: not at all. A resident is anyone, without an account.

A *command* changes something, a *read* shows a person's record, an *export* takes data out: all three are in the audit, and
so is every try that was refused. A *query* is not. Roles written in *italics* count only after a second factor.
`;

/**
 * The access table as a page in Markdown: a row for each command and query, a column for each role.
 *
 * @param sections the access table
 */
export const accessPage = (sections: readonly AccessSection[]): string =>
  [preface, ...sections.map(sectionText)].join("\n");

const sectionText = ({ about, commands }: AccessSection): string =>
  [
    `## ${about}\n`,
    rowText(["", "", ...roles.map((role) => (strongRoles.has(role) ? `*${role}*` : role))]),
    rowText(["---", "---", ...roles.map(() => ":-:")]),
    ...commands.map((it) =>
      rowText([`${it.title} (\`${it.name}\`)`, it.kind, ...roles.map((role) => cellText(it, role))]),
    ),
    "",
  ].join("\n");

const rowText = (texts: readonly string[]): string => `| ${texts.join(" | ")} |`;

/** What is open to residents is open to everyone. */
const cellText = ({ access }: AnyCommand, role: Role): string => {
  const scope = access.resident === undefined ? access[role] : "system";
  return scope === undefined ? "–" : cells[scope];
};
