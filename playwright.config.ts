import { defineConfig } from "playwright/test";
import { choosePorts } from "./tests/support/ports";

// Chosen when the first process loads this file; its workers load it again and inherit the answer.
process.env.MINTKEY_TEST_PORTS ??= JSON.stringify(await choosePorts());
const { MINTKEY_DASHBOARD_PORT } = JSON.parse(process.env.MINTKEY_TEST_PORTS);

const QUIET = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const startedAsRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  globalSetup: "./tests/support/e2e-product.ts",
  workers: 2,
  fullyParallel: false,
  // Generous, because other work may share the machine; a wait ends as soon as the state is there.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: process.env.MINTKEY_TEST_REPORT
    ? [["line"], ["json", { outputFile: process.env.MINTKEY_TEST_REPORT }]]
    : [["line"]],
  use: {
    baseURL: `http://localhost:${MINTKEY_DASHBOARD_PORT}`,
    browserName: "chromium",
    trace: "off",
    launchOptions: {
      executablePath: process.env.MINTKEY_TEST_CHROMIUM,
      args: startedAsRoot ? ["--no-sandbox", ...QUIET] : QUIET,
    },
  },
});
