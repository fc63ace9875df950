import path from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type Reporter, type TestModule, type Vitest } from "vitest/node";

/** Test files nearest to the mutated file first: they kill it soonest, and then the rest need not be read. */
class NearestFirst extends BaseSequencer {
  override async sort(files: Parameters<BaseSequencer["sort"]>[0]): ReturnType<BaseSequencer["sort"]> {
    const mutated = path.dirname(String(this.ctx.config.related?.[0] ?? ""));
    const distance = (file: string): number => path.relative(mutated, file).split(path.sep).length;
    return [...files].sort((a, b) => distance(a.moduleId) - distance(b.moduleId) || (a.moduleId < b.moduleId ? -1 : 1));
  }
}

/** Stryker sees failed tests alone. A file that cannot be read for its mutant fails every run too: it gets a failed test. */
class UnreadFiles implements Reporter {
  #vitest?: Vitest;

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  onTestModuleEnd(module: TestModule): void {
    const [error] = module.errors();
    const file = this.#vitest?.state.getFiles().find(({ filepath }) => filepath === module.moduleId);
    if (!error || !file) return;
    const result = { state: "fail", errors: [error] };
    const unread = { type: "test", name: "the file is read", mode: "run", file, suite: undefined, result };
    file.tasks.push(unread as unknown as (typeof file.tasks)[number]);
  }
}

/**
 * The tests that mutants meet: those of packages/stats, one file after another in one place, so that the modules are
 * read once a mutant and not once a file.
 */
export default defineConfig({
  test: {
    include: ["packages/stats/**/*.test.ts"],
    setupFiles: ["tools/mutation-setup.ts"],
    sequence: { sequencer: NearestFirst },
    reporters: [new UnreadFiles()],
    isolate: false,
    maxWorkers: 1,
    testTimeout: 60_000,
  },
});
