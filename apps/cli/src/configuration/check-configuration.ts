import { type Refusal, refuse } from "@evenspan/domain/kernel/refusal";
import { type SettingName, settings } from "./settings.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** What is wrong with the settings, one sentence a mistake; null where nothing is. A password in an address is not repeated. */
export function configurationRefusal(env: Environment): Refusal | null {
  const fields = Object.fromEntries([...wrongValues(env), ...unknownNames(env), ...missing(env)]);
  if (Object.keys(fields).length === 0) return null;
  return {
    ...refuse("invalid", "configuration", "Some settings need another look before Evenspan can start."),
    fields,
  };
}

const wrongValues = (env: Environment): readonly (readonly [string, string])[] =>
  Object.entries(settings).flatMap(([name, { fault }]) => {
    const text = env[name];
    const found = text === undefined ? null : fault(text);
    return found === null ? [] : [[name, `${found}.`] as const];
  });

/** A misspelled name would otherwise be a setting that silently does nothing. */
const unknownNames = (env: Environment): readonly (readonly [string, string])[] =>
  Object.keys(env)
    .filter((name) => name.startsWith("EVENSPAN_") && !(name in settings) && !innerNames.has(name))
    .map((name) => [name, `is no setting of Evenspan. The nearest is ${nearest(name)}.`]);

/** Variables of ours that are not for people: where tests find their server and their files. */
const innerNames: ReadonlySet<string> = new Set(["EVENSPAN_TEST_HOST", "EVENSPAN_SHARED", "EVENSPAN_CHROMIUM"]);

function missing(env: Environment): readonly (readonly [string, string])[] {
  const needs: readonly (readonly [SettingName, SettingName, string])[] = [
    ["EVENSPAN_SMTP", "EVENSPAN_MAIL_FROM", "is needed where EVENSPAN_SMTP is set: letters come from some address."],
    [
      "DATABASE_URL",
      "EVENSPAN_KEY_FILE",
      "is needed where DATABASE_URL is set: the office's key must not depend on a folder that comes and goes.",
    ],
  ];
  return needs.flatMap(([given, needed, words]) =>
    env[given] !== undefined && env[needed] === undefined ? [[needed, words] as const] : [],
  );
}

/** By the fewest letters to change (Levenshtein's distance). */
function nearest(name: string): string {
  const names = Object.keys(settings);
  const far = names.map((known) => distance(known, name));
  return names[far.indexOf(Math.min(...far))]!;
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (b[j - 1] === letter ? 0 : 1)));
    row = next;
  }
  return row.at(-1)!;
}
