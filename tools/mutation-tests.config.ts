import path from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer } from "vitest/node";

/** Test files nearest to the mutated file first: they kill it soonest, and then the rest need not be read. */
class NearestFirst extends BaseSequencer {
  override async sort(files: Parameters<BaseSequencer["sort"]>[0]): ReturnType<BaseSequencer["sort"]> {
    const mutated = path.dirname(String(this.ctx.config.related?.[0] ?? ""));
    const distance = (file: string): number => path.relative(mutated, file).split(path.sep).length;
    return [...files].sort((a, b) => distance(a.moduleId) - distance(b.moduleId) || (a.moduleId < b.moduleId ? -1 : 1));
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
    isolate: false,
    maxWorkers: 1,
    testTimeout: 60_000,
  },
});
