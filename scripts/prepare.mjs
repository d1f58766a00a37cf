// Brings a checkout from whatever state it is in to one that runs: dependencies, generated clients, bundles, pages.
// Each step leaves a stamp beside its result, so that a second start does nothing and an interrupted one is done again.
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fingerprint, ROOT, whenStale } from "./checkout.mjs";
import { takeLock } from "./process-lock.mjs";
import { killLeftoverPrograms, runQuietly } from "./programs.mjs";

const NODE_MIN = [20, 19];
const LOCK_POLL_MS = 250;
const END_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
const ENTRY_POINTS = [
  ...["start", "api-server", "dashboard", "migrate", "mint", "audit-verify"],
  ...["embedded-postgres", "clickhouse", "event-shipper"],
];
const SCHEMAS = ["control", "environment"];
// Not tsconfig.json: building the pages may rewrite it, and would be stale at once.
const SOURCES = ["lib", "prisma", "scripts", "package-lock.json"];
const PAGE_SOURCES = [
  ...SOURCES,
  "app",
  "components",
  "public",
  "next.config.ts",
  "package.json",
  "proxy.ts",
  "instrumentation.ts",
];

/** `say` hears of every step that takes time. Answers once everything is in place; throws with a sentence otherwise. */
export async function prepare({ pages, say = sayOnStderr }) {
  checkNode();
  process.chdir(ROOT);
  const release = await takePrepareLock(say);
  // Ending by `exit` ends the running program too.
  const end = () => process.exit(1);
  for (const signal of END_SIGNALS) process.on(signal, end);
  try {
    killLeftoverPrograms();
    await installDependencies(say);
    await generateClients(say);
    await bundleServers();
    if (pages) await buildPages(say);
  } finally {
    release();
    for (const signal of END_SIGNALS) process.off(signal, end);
  }
}

export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split(".").map(Number);
  if (major > NODE_MIN[0] || (major === NODE_MIN[0] && minor >= NODE_MIN[1])) return;
  throw new Error(`Mintkey needs Node ${NODE_MIN.join(".")} or newer; this is Node ${version}.`);
}

/** Two commands in one checkout take turns: both would install into and build over the same folders. */
async function takePrepareLock(say) {
  for (let told = false; ; told = true) {
    const attempt = takeLock(join(ROOT, "dist", "prepare.lock"));
    if (attempt.taken) return attempt.release;
    if (!told) say(`Another command (process ${attempt.holder}) is preparing this checkout. Waiting for it.`);
    await sleep(LOCK_POLL_MS);
  }
}

async function installDependencies(say) {
  const wanted = fingerprint(["package-lock.json"], process.platform, process.arch);
  await whenStale("node_modules/.mintkey-stamp", wanted, async () => {
    say("Installing dependencies.");
    // Emptied first, because an interrupted installation leaves packages that look whole.
    rmSync(join(ROOT, "node_modules"), { recursive: true, force: true });
    // Not `npm ci`: it refuses a lock file that leaves out packages for other systems, as one does that was written where the
    // registry did not have them. The versions and checksums of the lock file hold here as well, and it is not rewritten.
    // Development dependencies too, whatever NODE_ENV says: one of them is the compiler of the pages.
    await runQuietly("npm", ["install", "--no-save", "--include=dev", "--no-audit", "--no-fund"]);
  });
}

async function generateClients(say) {
  const program = "node_modules/prisma/build/index.js";
  // Generating needs no schema engine. Any executable stands in for it, or the command would download one.
  const variables = {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    CHECKPOINT_DISABLE: "1",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
  };
  const generate = (name) => {
    const schema = `prisma/${name}/schema.prisma`;
    return whenStale(`prisma/generated/${name}/.stamp`, fingerprint([schema, "package-lock.json"]), async () => {
      say(`Generating the ${name} database client.`);
      await runQuietly(process.execPath, [program, "generate", "--schema", schema], variables);
    });
  };
  await Promise.all(SCHEMAS.map(generate));
}

async function bundleServers() {
  const entries = ENTRY_POINTS.map((name) => `lib/server/${name}.ts`).filter((path) => existsSync(join(ROOT, path)));
  await whenStale("dist/.stamp", fingerprint(SOURCES), () => bundle(entries, "dist"));
}

/** Bundles entry points for Node, with the packages left where they are installed. */
export async function bundle(entryPoints, outdir) {
  const { build, stop } = await import("esbuild");
  await build({
    absWorkingDir: ROOT,
    entryPoints,
    outdir,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    packages: "external",
    sourcemap: true,
    tsconfig: "tsconfig.json",
    logLevel: "warning",
  });
  // The compiler's own process would live as long as this one.
  await stop();
}

async function buildPages(say) {
  const folder = process.env.MINTKEY_NEXT_DIR ?? ".next";
  await whenStale(`${folder}/.mintkey-stamp`, fingerprint(PAGE_SOURCES), async () => {
    say("Building the dashboard.");
    await runQuietly(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
    });
  });
}

function sayOnStderr(line) {
  process.stderr.write(`${line}\n`);
}
