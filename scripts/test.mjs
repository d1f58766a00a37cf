// `npm test`: everything that CI checks, in named steps. `--fast` (`npm run check`) stops before anything needs a database.
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stopWithNpm } from "./npm-parent.mjs";
import { checkNode } from "./prepare.mjs";
import { runProgram } from "./programs.mjs";
import { testSteps } from "./test-steps.mjs";

/** Stages follow one another. Lanes of a stage run side by side: compilers keep one processor busy, and tests wait now and then. */
const FAST_STAGES = [[["prepare"]], [["types", "lint"], ["unit"]]];
const ALL_STAGES = [
  [["prepare"]],
  [
    ["types", "lint", "build", "unit"],
    ["api", "server"],
  ],
  [["e2e"]],
];
/** Without these the others have nothing to run on. */
const REQUIRED_BY = { prepare: ["types", "lint", "build", "unit", "api", "server", "e2e"], build: ["e2e"] };

/** Databases in memory are cloned twenty times as fast; containers often have too little of it there. */
const MEMORY_DIRECTORY = "/dev/shm";
const MEMORY_BYTES_MIN = 2_000_000_000;

const directory = mkdtempSync(join(hasRoom(MEMORY_DIRECTORY) ? MEMORY_DIRECTORY : tmpdir(), "mintkey-test-"));
chmodSync(directory, 0o711);

process.on("exit", cleanUp);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(1));

stopWithNpm();

try {
  checkNode();
  process.exit(await runStages(process.argv.includes("--fast") ? FAST_STAGES : ALL_STAGES));
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

function hasRoom(path) {
  try {
    const { bavail, bsize } = statfsSync(path);
    return bavail * bsize >= MEMORY_BYTES_MIN;
  } catch {
    return false;
  }
}

async function runStages(stages) {
  const context = { steps: testSteps({ run, say, directory }), impossible: new Map(), total: { passed: 0, failed: 0 } };
  for (const lanes of stages) await Promise.all(lanes.map((names) => runLane(names, context)));
  const { passed, failed } = context.total;
  say(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

async function runLane(names, { steps, impossible, total }) {
  for (const name of names) {
    const startedAtMs = Date.now();
    const outcome = impossible.has(name) ? notRun(impossible.get(name)) : await steps[name]().catch(failedStep);
    total.passed += outcome.passed;
    total.failed += outcome.failed;
    if (outcome.failed > 0) {
      say(outcome.output.trimEnd());
      for (const other of REQUIRED_BY[name] ?? []) impossible.set(other, name);
    }
    const seconds = ((Date.now() - startedAtMs) / 1000).toFixed(1);
    say(`${name.padEnd(8)} ${outcome.passed} passed, ${outcome.failed} failed, ${seconds} s`);
  }
}

function notRun(because) {
  return { passed: 0, failed: 1, output: `Not run, because ${because} failed.` };
}

function failedStep(error) {
  return { passed: 0, failed: 1, output: error.message };
}

function run(programArguments, variables = {}) {
  const all = { ...withoutProductVariables(process.env), MINTKEY_TEST_DIRECTORY: directory, ...variables };
  return runProgram(process.execPath, programArguments, { variables: all, replace: true });
}

/** The tests' answers must not depend on the settings of whoever runs them, nor reach their databases. */
function withoutProductVariables(variables) {
  const own = /^(MINTKEY_|DATABASE_URL_|CLICKHOUSE_(URL_|CLUSTER)|GITHUB_CLIENT_|GOOGLE_CLIENT_|NODE_ENV$)/;
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !own.test(name)));
}

/** PostgreSQL is in no group of ours, but keeps its files below this run's directory. */
function cleanUp() {
  for (const path of readdirSync(directory, { recursive: true })) {
    if (path.endsWith("postmaster.pid")) killServer(join(directory, path));
  }
  // Tried again, because what was killed a moment ago may still write.
  rmSync(directory, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}

function killServer(file) {
  try {
    process.kill(Number(readFileSync(file, "utf8").split("\n")[0]), "SIGQUIT");
  } catch {
    // Gone already.
  }
}

function say(line) {
  process.stdout.write(`${line}\n`);
}
