// Programs run in the checkout, each in a process group of its own that ends with this process: at once when it ends in any way
// that can be noticed, and otherwise by the next one, which finds the program's record.
import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./checkout.mjs";
import { identify, isIdentified } from "./process-lock.mjs";

const RECORDS = join(ROOT, "dist", "programs");
const groups = new Set();

process.on("exit", () => {
  for (const group of groups) killGroup(group);
});

/** Answers with whether it succeeded and all that it printed; `replace` lets it inherit nothing but `variables`. */
export function runProgram(program, programArguments, { variables = {}, replace = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, programArguments, {
      cwd: ROOT,
      env: replace ? variables : { ...process.env, ...variables },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    const forget = remember(child.pid);
    let output = "";
    child.stdout.on("data", (text) => (output += text));
    child.stderr.on("data", (text) => (output += text));
    child.on("error", (error) => resolve({ succeeded: false, output: error.message }));
    child.on("close", (code, signal) => {
      forget();
      resolve({ succeeded: code === 0, output, reason: signal ?? `exit code ${code}` });
    });
  });
}

/** Its output is kept back, and shown only when it fails. */
export async function runQuietly(program, programArguments, variables) {
  const { succeeded, output, reason } = await runProgram(program, programArguments, { variables });
  if (succeeded) return;
  throw new Error(`${output.trimEnd()}\n${[program, ...programArguments].join(" ")} failed (${reason}).`);
}

/** Ends what a killed process left running: an installation, for instance, that would write between ours. */
export function killLeftoverPrograms() {
  for (const name of listRecords()) {
    const path = join(RECORDS, name);
    try {
      const { owner, program } = JSON.parse(readFileSync(path, "utf8"));
      if (isIdentified(owner)) continue;
      if (isIdentified(program)) killGroup(program.pid);
    } catch {
      // Cut short while it was written.
    }
    rmSync(path, { force: true });
  }
}

function remember(pid) {
  if (pid === undefined) return () => undefined;
  groups.add(pid);
  const path = join(RECORDS, String(pid));
  mkdirSync(RECORDS, { recursive: true });
  writeFileSync(path, JSON.stringify({ owner: identify(process.pid), program: identify(pid) }));
  return () => {
    groups.delete(pid);
    killGroup(pid);
    rmSync(path, { force: true });
  };
}

function listRecords() {
  try {
    return readdirSync(RECORDS);
  } catch {
    return [];
  }
}

function killGroup(group) {
  try {
    process.kill(-group, "SIGKILL");
  } catch {
    // Ended by itself.
  }
}
