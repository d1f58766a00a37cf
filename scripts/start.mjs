// `npm start`: prepares the checkout, then becomes the supervisor.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "./checkout.mjs";
import { stopWithNpm } from "./npm-parent.mjs";
import { prepare } from "./prepare.mjs";
import { findLockHolder } from "./process-lock.mjs";

async function main() {
  refuseSecondStart();
  const leaveNpm = stopWithNpm();
  // Asked to stop already: the end of npm's shell after Ctrl-C is not a second wish.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, leaveNpm);
  await prepare({ pages: true });
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

main().then(
  () => process.exit(),
  (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  },
);
