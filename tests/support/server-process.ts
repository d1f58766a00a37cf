// The API server in a process of its own, as the supervisor starts it.
import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Environment } from "@/lib/domain/environment";
import { type Env, requireVariable, variablesOf } from "@/lib/env";
import { type Answer, answerOf, headersOf, type Sent } from "./calls";
import { choosePorts, type ProductPorts } from "./ports";
import { PROJECT_ROOT } from "./product";
import { bundleTestProgram, type TestProgram } from "./test-program";

export const bundleServerProgram = () => bundleTestProgram("lib/server/api-server.ts", "lib/server/event-shipper.ts");

export type ServerProcess = {
  call(method: string, path: string, sent?: Sent): Promise<Answer>;
  /** All that it has logged so far. */
  log(): string;
  stop(): Promise<void>;
};

export type ServerPlace = {
  readonly databaseUrl: string;
  readonly dataDirectory: string;
  readonly ports: ProductPorts;
  /** Without one, what is accepted waits. */
  readonly clickHouseUrl?: string;
  readonly variables?: Readonly<Record<string, string>>;
};

export function forkServer(program: TestProgram, env: Env, environment: Environment, place: ServerPlace) {
  const own = variablesOf(environment);
  const { databaseUrl, dataDirectory, ports, clickHouseUrl, variables } = place;
  return fork(program.path, ["--environment", environment], {
    cwd: PROJECT_ROOT,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: {
      NODE_ENV: "production",
      PATH: process.env.PATH,
      MINTKEY_HOST: "127.0.0.1",
      MINTKEY_DATA_DIR: dataDirectory,
      MINTKEY_TRUSTED_PROXY_HOPS: "0",
      MINTKEY_RATE_LIMIT_PER_MINUTE: "1000000",
      [own.databaseUrl]: databaseUrl,
      ...(clickHouseUrl !== undefined && { [own.clickHouseUrl]: clickHouseUrl }),
      [own.pepper]: requireVariable(env, own.pepper),
      [own.apiPort]: String(ports[own.apiPort]),
      [own.eventsPort]: String(ports[own.eventsPort]),
      ...variables,
    },
  });
}

export async function startServerProcess(
  program: TestProgram,
  env: Env,
  environment: Environment,
  databaseUrl: string,
  variables: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const own = variablesOf(environment);
  const ports = await choosePorts();
  const dataDirectory = mkdtempSync(join(process.env.MINTKEY_TEST_DIRECTORY ?? tmpdir(), "mintkey-server-"));
  const child = forkServer(program, env, environment, { databaseUrl, dataDirectory, ports, variables });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.once("message", () => resolve());
    void gone.then(() => reject(new Error(`The server ended before it served:\n${output}`)));
  });
  const url = `http://127.0.0.1:${ports[own.apiPort]}`;
  return {
    call: async (method, path, sent = {}) => {
      const { headers, body } = headersOf(sent);
      return answerOf(await fetch(url + path, { method, headers, body }));
    },
    log: () => output,
    stop: async () => {
      child.kill("SIGTERM");
      await gone;
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}
