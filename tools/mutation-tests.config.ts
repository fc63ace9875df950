import { defineConfig } from "vitest/config";

/**
 * The tests that mutants meet: those of packages/stats, one file after another in one place, so that the modules are
 * read once a mutant and not once a file.
 */
export default defineConfig({
  test: {
    include: ["packages/stats/**/*.test.ts"],
    setupFiles: ["tools/mutation-setup.ts"],
    isolate: false,
    maxWorkers: 1,
    testTimeout: 60_000,
  },
});
