import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const WITHOUT_STORE = ["tests/domain/**/*.test.ts", "tests/events/**/*.test.ts", "tests/shape/**/*.test.ts"];
/** They start, stop and kill programs, and so each file has a process to itself. */
const OF_PROGRAMS = ["tests/server/**/*.test.ts"];

const WITH_STORE = {
  globalSetup: ["tests/support/embedded-postgres.ts", "tests/support/embedded-clickhouse.ts"],
  testTimeout: 20_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  test: {
    pool: "forks",
    maxWorkers: 2,
    projects: [
      // Where no file leaves anything behind in a module, files share their imports: more than a third less work.
      { extends: true, test: { name: "unit", include: WITHOUT_STORE, isolate: false, testTimeout: 20_000 } },
      {
        extends: true,
        test: {
          name: "api",
          include: ["tests/**/*.test.ts"],
          exclude: [...WITHOUT_STORE, ...OF_PROGRAMS, "tests/e2e/**", "tests/bench/**"],
          isolate: false,
          ...WITH_STORE,
        },
      },
      { extends: true, test: { name: "server", include: OF_PROGRAMS, ...WITH_STORE } },
    ],
  },
});
