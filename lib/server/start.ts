// The supervisor behind `npm start`: environment, lock, ports, secrets, databases, migrations, servers, and the way back.
import { randomInt } from "node:crypto";
import { z } from "zod";
import { ENVIRONMENTS, type Environment } from "@/lib/domain/environment";
import { clickHouseUrlOf, type Env, EnvError, readEnv } from "@/lib/env";
import { describeError } from "@/lib/log";
import { type DataDirectory, openDataDirectory } from "./data-directory";
import { isSetUp } from "./database-state";
import type { ClickHouseUrls, DatabaseUrls, ProductSecrets, StoreUrls, Variables } from "./part-variables";
import { apiServerPart, clickHousePart, dashboardPart, migrationPart, postgresPart } from "./parts";
import { findPortFaults } from "./ports";
import { takeRunLock } from "./run-lock";
import { controlSecrets, environmentPepper } from "./secrets";
import { StartError } from "./start-error";
import { addressTable } from "./start-table";
import { type Part, runToEnd, SupervisedPart } from "./supervisor";

const LEFTOVER_PATIENCE_MS = 15_000;
/** One Ctrl-C can arrive twice: from the terminal, and from npm, which passes on what it received itself. */
const SAME_KEY_PRESS_MS = 500;
const SETUP_CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

const keeperMessage = z.object({ control: z.string(), production: z.string(), sandbox: z.string() });

const clickHouseMessage = z.object({ url: z.string() });

type Running = { servers: SupervisedPart[]; databases: SupervisedPart[]; stopping: boolean };

/** Runs the product until a signal stops it. Answers with the exit code. */
export async function start(variables: Variables): Promise<number> {
  const running: Running = { servers: [], databases: [], stopping: false };
  let release = () => {};
  // The terminal or pipe may be gone; that must not end the supervisor in the middle of a stop.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  const stopped = stopOnSignal(running);
  try {
    const env = readEnv(variables);
    const dataDirectory = await openDataDirectory(env.MINTKEY_DATA_DIR);
    const lock = takeRunLock(dataDirectory.root);
    release = lock.release;
    const faults = await findPortFaults(env, lock.takenOver ? LEFTOVER_PATIENCE_MS : 0);
    if (faults.length > 0) throw new StartError(faults.join("\n"));
    const served = serve(env, { ...variables, MINTKEY_DATA_DIR: dataDirectory.root }, dataDirectory, running);
    if ((await Promise.race([served, stopped])) === "ready") await stopped;
    // Whatever fails from now on fails because it is being stopped.
    served.catch(() => undefined);
    return 0;
  } catch (error) {
    const expected = error instanceof EnvError || error instanceof StartError;
    process.stderr.write(`${expected ? error.message : describeError(error)}\n`);
    return 1;
  } finally {
    await stopAll(running);
    release();
  }
}

async function serve(env: Env, variables: Variables, dataDirectory: DataDirectory, running: Running): Promise<"ready"> {
  const secrets: ProductSecrets = {
    control: await controlSecrets(dataDirectory.secrets, env),
    production: await environmentPepper(dataDirectory.secrets, env, "production"),
    sandbox: await environmentPepper(dataDirectory.secrets, env, "sandbox"),
  };
  const urls = await storeUrls(env, variables, running);
  await runToEnd(migrationPart(variables, urls));
  if (running.stopping) return "ready";
  const setupCode = env.MINTKEY_SETUP_CODE ?? randomSetupCode();
  const parts = [
    dashboardPart(variables, urls, secrets, setupCode),
    ...ENVIRONMENTS.map((environment) => apiServerPart(variables, environment, urls, secrets)),
  ];
  running.servers.push(...parts.map(supervise));
  await Promise.all(running.servers.map((part) => part.ready));
  say(addressTable(env, (await isSetUp(urls.postgres.control)) ? undefined : setupCode));
  return "ready";
}

async function storeUrls(env: Env, variables: Variables, running: Running): Promise<StoreUrls> {
  const [postgres, clickHouse] = await Promise.all([
    databaseUrls(env, variables, running),
    clickHouseUrls(env, variables, running),
  ]);
  return { postgres, clickHouse };
}

/** The given databases; the embedded ones for those that are not given. */
async function databaseUrls(env: Env, variables: Variables, running: Running): Promise<DatabaseUrls> {
  const { DATABASE_URL_CONTROL: control, DATABASE_URL_PRODUCTION: production, DATABASE_URL_SANDBOX: sandbox } = env;
  if (control && production && sandbox) return { control, production, sandbox };
  const embedded = keeperMessage.parse(await superviseDatabase(postgresPart(variables), running).ready);
  return {
    control: control ?? embedded.control,
    production: production ?? embedded.production,
    sandbox: sandbox ?? embedded.sandbox,
  };
}

/** The given ClickHouse of each environment, or an embedded one of its own: environments share no process and no files. */
async function clickHouseUrls(env: Env, variables: Variables, running: Running): Promise<ClickHouseUrls> {
  const urlOf = async (environment: Environment) =>
    clickHouseUrlOf(env, environment) ??
    clickHouseMessage.parse(await superviseDatabase(clickHousePart(variables, environment), running).ready).url;
  const [production, sandbox] = await Promise.all([urlOf("production"), urlOf("sandbox")]);
  return { production, sandbox };
}

function superviseDatabase(part: Part, running: Running): SupervisedPart {
  const supervised = supervise(part);
  running.databases.push(supervised);
  return supervised;
}

const supervise = (part: Part) => new SupervisedPart(part, say);

/** The databases last: the servers may still have to write what they know. */
async function stopAll(running: Running): Promise<void> {
  running.stopping = true;
  await Promise.all(running.servers.map((part) => part.stop()));
  await Promise.all(running.databases.map((part) => part.stop()));
}

/** The first signal asks for an orderly stop, a later one ends it at once. */
function stopOnSignal(running: Running): Promise<"stopped"> {
  return new Promise((resolve) => {
    let askedAtMs: number | undefined;
    const onSignal = (signal: NodeJS.Signals) => {
      if (askedAtMs === undefined) {
        askedAtMs = Date.now();
        say("Stopping. Press Ctrl-C again to stop at once.");
        resolve("stopped");
      } else if (signal === "SIGINT" && Date.now() - askedAtMs > SAME_KEY_PRESS_MS) {
        for (const part of [...running.servers, ...running.databases]) part.force();
      }
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, onSignal);
  });
}

function randomSetupCode(): string {
  const letters = Array.from({ length: 8 }, () => SETUP_CODE_LETTERS[randomInt(SETUP_CODE_LETTERS.length)]).join("");
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
