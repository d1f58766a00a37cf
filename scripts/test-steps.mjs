// The steps of `npm test`. A step answers with how many of its tests passed and failed, and with what a failure has to show.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { prepare } from "./prepare.mjs";
import { findBrowser, provideRedis } from "./system-programs.mjs";

const VITEST = "node_modules/vitest/vitest.mjs";
const PLAYWRIGHT = "node_modules/playwright/cli.js";
const TYPESCRIPT = "node_modules/typescript/bin/tsc";
const BIOME = "node_modules/@biomejs/biome/bin/biome";

/** `run(programArguments, variables)` runs Node quietly and answers `{ succeeded, output }`; `directory` is for reports. */
export function testSteps({ run, say, directory }) {
  const single = async (programArguments) => {
    const { succeeded, output } = await run(programArguments);
    return { ...countOne(succeeded), output };
  };
  return {
    prepare: () => preparing(() => prepare({ pages: false, say }), 0),
    types: () => single([TYPESCRIPT, "--noEmit"]),
    lint: () => single([BIOME, "check", "."]),
    unit: () => vitest(run, "unit", directory),
    api: () => vitest(run, "api", directory),
    server: () => provideRedis(say).then(() => vitest(run, "server", directory)),
    build: () => preparing(() => prepare({ pages: true, say }), 1),
    e2e: () => playwright(run, say, directory),
  };
}

const countOne = (succeeded) => ({ passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1 });

async function preparing(work, worth) {
  try {
    await work();
    return { passed: worth, failed: 0, output: "" };
  } catch (error) {
    return { passed: 0, failed: 1, output: error.message };
  }
}

async function vitest(run, project, directory) {
  const file = join(directory, `${project}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const { succeeded, output } = await run([VITEST, "run", "--project", project, "--passWithNoTests", ...reporters]);
  const report = readReport(file);
  return settle(succeeded, output, report?.numPassedTests ?? 0, report?.numFailedTests ?? 0);
}

async function playwright(run, say, directory) {
  const file = join(directory, "e2e.json");
  const variables = { MINTKEY_TEST_REPORT: file, MINTKEY_TEST_CHROMIUM: await findBrowser(say) };
  const { succeeded, output } = await run([PLAYWRIGHT, "test", "--pass-with-no-tests"], variables);
  const { expected = 0, unexpected = 0, flaky = 0 } = readReport(file)?.stats ?? {};
  return settle(succeeded, output, expected, unexpected + flaky);
}

/** A runner can fail without a failing test: a file that does not load, a set-up that throws. That counts as one. */
function settle(succeeded, output, passed, failed) {
  return { passed, failed: succeeded ? failed : Math.max(failed, 1), output };
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
