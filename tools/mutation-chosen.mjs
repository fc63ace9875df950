// Two plugins for Stryker. The checker lets the mutants through that were drawn, and no others: Stryker can be told which
// ranges to mutate, but a range brings every mutant within it. The reporter names each that was not simply killed, at once.
import { readFileSync } from "node:fs";

class Chosen {
  static inject = /** @type {const} */ (["options"]);

  constructor({ chosenMutants }) {
    this.keys = new Set(JSON.parse(readFileSync(chosenMutants, "utf8")));
  }

  async init() {}

  async check(mutants) {
    const answer = (mutant) =>
      this.keys.has(keyOf(mutant)) ? { status: "passed" } : { status: "compileError", reason: "not drawn" };
    return Object.fromEntries(mutants.map((mutant) => [mutant.id, answer(mutant)]));
  }
}

/** As mutantKey in mutation-sample.ts writes it; here lines and columns count from 0. */
function keyOf({ fileName, location: { start, end }, mutatorName, replacement }) {
  const file = fileName.slice(fileName.indexOf("packages/stats/"));
  return `${file}:${start.line + 1}:${start.column + 1}-${end.line + 1}:${end.column + 1} ${mutatorName} ${replacement}`;
}

class Told {
  onMutantTested({ status, fileName, location: { start }, replacement }) {
    if (["Survived", "NoCoverage", "Timeout", "RuntimeError"].includes(status))
      console.log(
        `${status} ${fileName.replace(/^.*packages\/stats\/src\//, "")}:${start.line}:${start.column} ${replacement}`,
      );
  }
}

export const strykerPlugins = [
  { kind: "Checker", name: "chosen", injectableClass: Chosen },
  { kind: "Reporter", name: "told", injectableClass: Told },
];
