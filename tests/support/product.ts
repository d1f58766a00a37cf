// The whole product, started as `npm start` does it, on free ports and a data directory of its own.
import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { choosePorts, type ProductPorts } from "./ports";
import { childrenOf } from "./processes";

export type ProductPart =
  | "supervisor"
  | "dashboard"
  | "production API server"
  | "sandbox API server"
  | "production ClickHouse"
  | "sandbox ClickHouse"
  | "PostgreSQL keeper"
  | "PostgreSQL";

export type Product = {
  dashboardUrl: string;
  productionApiUrl: string;
  sandboxApiUrl: string;
  productionEventsUrl: string;
  sandboxEventsUrl: string;
  dataDirectory: string;
  ports: ProductPorts;
  /** All that it has printed so far. */
  output: () => string;
  /** The process that runs a part now, or undefined between two of its lives. */
  pidOf: (part: ProductPart) => number | undefined;
  signal: (name: NodeJS.Signals) => void;
  exited: Promise<number | NodeJS.Signals>;
  /** As Ctrl-C does it; answers with the exit code. */
  stop: () => Promise<number | NodeJS.Signals>;
};

export type ProductOptions = {
  /** The folder of bundled entry points. */
  programs?: string;
  dataDirectory?: string;
  ports?: ProductPorts;
  variables?: Record<string, string>;
};

export const PROJECT_ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const START_LIMIT_MS = 60_000;
const POLL_MS = 20;
const START = "const { start } = await import(process.argv[1]); process.exit(await start(process.env));";

/** A data directory that the product may use, also when it runs PostgreSQL as another user. */
export function temporaryDataDirectory(): string {
  const directory = mkdtempSync(join(process.env.MINTKEY_TEST_DIRECTORY ?? tmpdir(), "mintkey-product-"));
  chmodSync(directory, 0o711);
  return directory;
}

/** Starts the product and returns once it serves. */
export async function startProduct(options: ProductOptions = {}): Promise<Product> {
  const product = await launchProduct(options);
  const untilMs = Date.now() + START_LIMIT_MS;
  const exited = product.exited.then((end) => ({ end }));
  while (!product.output().includes("Mintkey is running.")) {
    const outcome = await Promise.race([exited, sleep(POLL_MS)]);
    if (outcome) throw new Error(`The product ended (${outcome.end}) before it served:\n${product.output()}`);
    if (Date.now() < untilMs) continue;
    product.signal("SIGTERM");
    throw new Error(`The product did not serve in time:\n${product.output()}`);
  }
  return product;
}

/** Starts the product and returns at once, for starts that are expected to fail. */
export async function launchProduct(options: ProductOptions = {}): Promise<Product> {
  const dataDirectory = options.dataDirectory ?? temporaryDataDirectory();
  const ports = options.ports ?? (await choosePorts());
  const programs = options.programs ?? join(PROJECT_ROOT, "dist");
  const child = spawn(process.execPath, ["--input-type=module", "-e", START, join(programs, "start.js")], {
    cwd: PROJECT_ROOT,
    env: {
      ...process.env,
      NODE_ENV: "production",
      ...Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)])),
      MINTKEY_DATA_DIR: dataDirectory,
      // Given for the tests that ask for a ClickHouse; the product brings its own.
      CLICKHOUSE_URL: "",
      ...options.variables,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return describeProduct(child, dataDirectory, ports);
}

function describeProduct(child: ChildProcess, dataDirectory: string, ports: ProductPorts): Product {
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (text) => (output += text));
  const exited = new Promise<number | NodeJS.Signals>((resolve) =>
    child.once("exit", (code, signal) => resolve(signal ?? code ?? 0)),
  );
  const address = (name: keyof ProductPorts) => `http://localhost:${ports[name]}`;
  return {
    dashboardUrl: address("MINTKEY_DASHBOARD_PORT"),
    productionApiUrl: address("MINTKEY_PRODUCTION_API_PORT"),
    sandboxApiUrl: address("MINTKEY_SANDBOX_API_PORT"),
    productionEventsUrl: address("MINTKEY_PRODUCTION_EVENTS_PORT"),
    sandboxEventsUrl: address("MINTKEY_SANDBOX_EVENTS_PORT"),
    dataDirectory,
    ports,
    output: () => output,
    pidOf: (part) => pidOf(child.pid ?? 0, part),
    signal: (name) => child.kill(name),
    exited,
    stop: () => {
      child.kill("SIGINT");
      return exited;
    },
  };
}

const COMMANDS = {
  dashboard: /dashboard\.js/,
  "production API server": /api-server\.js .*production/,
  "sandbox API server": /api-server\.js .*sandbox/,
  "production ClickHouse": /clickhouse\.js .*production/,
  "sandbox ClickHouse": /clickhouse\.js .*sandbox/,
  "PostgreSQL keeper": /embedded-postgres\.js/,
} as const;

function pidOf(supervisor: number, part: ProductPart): number | undefined {
  if (part === "supervisor") return supervisor;
  if (part === "PostgreSQL") {
    const keeper = pidOf(supervisor, "PostgreSQL keeper");
    return keeper === undefined ? undefined : childrenOf(keeper).find((one) => /\/postgres /.test(one.command))?.pid;
  }
  return childrenOf(supervisor).find((one) => COMMANDS[part].test(one.command))?.pid;
}

/** Removes a data directory, and PostgreSQL's files where they had to be kept outside of it. */
export function removeDataDirectory(dataDirectory: string): void {
  try {
    const outside = readFileSync(join(dataDirectory, "postgres-location"), "utf8").trim();
    rmSync(outside, { recursive: true, force: true });
  } catch {
    // Kept inside.
  }
  rmSync(dataDirectory, { recursive: true, force: true });
}
