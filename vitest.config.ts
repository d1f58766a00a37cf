import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const WITHOUT_STORE = ["tests/domain/**/*.test.ts", "tests/events/**/*.test.ts", "tests/shape/**/*.test.ts"];

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  test: {
    pool: "forks",
    maxWorkers: 2,
    projects: [
      // Nothing there keeps state in a module, so its files share their imports: a third less work.
      { extends: true, test: { name: "unit", include: WITHOUT_STORE, isolate: false, testTimeout: 20_000 } },
      {
        extends: true,
        test: {
          name: "api",
          include: ["tests/**/*.test.ts"],
          exclude: [...WITHOUT_STORE, "tests/e2e/**", "tests/bench/**"],
          globalSetup: ["tests/support/embedded-postgres.ts", "tests/support/embedded-clickhouse.ts"],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
