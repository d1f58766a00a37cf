// `npm start`: prepares the checkout, then becomes the supervisor.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "./checkout.mjs";
import { prepare } from "./prepare.mjs";
import { findLockHolder } from "./process-lock.mjs";

const PARENT_POLL_MS = 1_000;

async function main() {
  refuseSecondStart();
  await prepare({ pages: true });
  stopWithNpm();
  const { start } = await import(pathToFileURL(join(ROOT, "dist", "start.js")));
  process.exitCode = await start(process.env);
}

/** Asked before anything is built: a build would replace the files that the running product serves. */
function refuseSecondStart() {
  const holder = findLockHolder(join(process.env.MINTKEY_DATA_DIR || join(ROOT, ".mintkey"), "run.lock"));
  if (holder === undefined) return;
  throw new Error(
    `Mintkey is already running from this data directory (process ${holder}). Stop it, or set MINTKEY_DATA_DIR.`,
  );
}

/** npm passes signals on, but not its own sudden death. */
function stopWithNpm() {
  if (process.env.npm_lifecycle_event !== "start") return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && process.kill(process.pid, "SIGTERM"), PARENT_POLL_MS).unref();
}

main().then(
  () => process.exit(),
  (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  },
);
