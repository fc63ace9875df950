import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{packages,apps,demo,tools,bench}/**/*.test.{ts,tsx}"],
    globalSetup: ["packages/database/src/testing/test-cluster.ts"],
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
