import { isRefusal, type Outcome } from "@evenspan/domain/kernel/refusal";
import { refusalCodes } from "@evenspan/domain/kernel/refusal-codes";

/**
 * Prints what a command came to: lines on standard output, or a refusal on standard error with its complaints by line,
 * and the exit code of its kind.
 */
export function tell<T>(outcome: Outcome<T>, inWords: (it: T) => readonly string[]): void {
  if (!isRefusal(outcome)) {
    for (const line of inWords(outcome)) console.log(line);
    return;
  }
  console.error(outcome.message);
  for (const [field, message] of Object.entries(outcome.fields ?? {})) console.error(`  ${field}: ${message}`);
  for (const { line, column, found, expected } of outcome.complaints ?? [])
    console.error(`  line ${line}${column === null ? "" : `, ${column}`}: found ${found}; expected ${expected}`);
  process.exitCode = refusalCodes[outcome.refused].exitCode;
}
