import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { testClickHouse } from "../support/clickhouse";
import { choosePorts, type ProductPorts } from "../support/ports";
import { isRunning, listProcesses } from "../support/processes";
import {
  launchProduct,
  type Product,
  type ProductOptions,
  type ProductPart,
  removeDataDirectory,
  startProduct,
  temporaryDataDirectory,
} from "../support/product";
import { bundleTestProgram, type TestProgram } from "../support/test-program";

const SERVERS = ["dashboard", "production API server", "sandbox API server"] as const;
const SECRET_NAMES = /DATABASE_URL|CLICKHOUSE|PEPPER|SECRET|SETUP_CODE|OWNER/;
const SECRET_FILES = [
  ...["clickhouse-production.json", "clickhouse-sandbox.json"],
  ...["control.json", "postgres.json", "production.json", "sandbox.json"],
];
const WAIT = { timeout: 10_000 };
const PARTS: readonly ProductPart[] = [
  ...SERVERS,
  "production ClickHouse",
  "sandbox ClickHouse",
  "PostgreSQL keeper",
  "PostgreSQL",
];

let programs: TestProgram;
let dataDirectory: string;
let ports: ProductPorts;
let product: Product | undefined;

beforeAll(async () => {
  programs = await bundleTestProgram(
    ...["start", "migrate", "embedded-postgres", "clickhouse"].map((name) => `lib/server/${name}.ts`),
    ...["dashboard", "api-server"].map((out) => ({ in: "tests/support/stand-in-server.ts", out })),
  );
  dataDirectory = temporaryDataDirectory();
  ports = await choosePorts();
});

afterEach(async () => {
  await product?.stop();
  product = undefined;
});

afterAll(() => {
  programs.remove();
  removeDataDirectory(dataDirectory);
});

const options = (variables: Record<string, string> = {}): ProductOptions => ({
  programs: programs.directory,
  dataDirectory,
  ports,
  variables,
});

const start = async () => {
  product = await startProduct(options());
  return product;
};

/** Where PostgreSQL's files are below the data directory names the processes that must not be left. */
const processesOfThisProduct = () =>
  listProcesses().filter(({ command }) => command.includes(programs.directory) || command.includes(dataDirectory));

const secretFiles = () => {
  const directory = join(dataDirectory, "secrets");
  return readdirSync(directory).map((name) => [name, readFileSync(join(directory, name), "utf8")] as const);
};

const pidsOf = (running: Product) => PARTS.map((part) => running.pidOf(part));

const variableNames = async (url: string): Promise<string[]> => (await fetch(url)).json();

describe("a running product", () => {
  let running: Product;

  beforeAll(async () => {
    running = await startProduct(options());
  });

  afterAll(() => running.stop());

  test("gives an API server its own environment's databases and pepper, and no other secret", async () => {
    for (const [url, environment] of [
      [running.productionApiUrl, "PRODUCTION"],
      [running.sandboxApiUrl, "SANDBOX"],
    ] as const) {
      const names = (await variableNames(url)).filter((name) => SECRET_NAMES.test(name));
      expect(names.sort()).toEqual([
        `CLICKHOUSE_URL_${environment}`,
        `DATABASE_URL_${environment}`,
        `MINTKEY_${environment}_PEPPER`,
      ]);
    }
  });

  test("leads an empty database to the set-up page, with a code for other machines", () => {
    expect(running.output()).toContain(`Set up: ${running.dashboardUrl}/setup`);
    expect(running.output()).toMatch(/Setup code \(needed from other machines\): [A-Z2-9]{4}-[A-Z2-9]{4}/);
  });

  test("prints no secret", () => {
    for (const [, text] of secretFiles()) {
      for (const secret of Object.values<string>(JSON.parse(text))) expect(running.output()).not.toContain(secret);
    }
  });

  test("refuses a second supervisor on its data directory with a sentence", async () => {
    const second = await launchProduct(options());
    expect(await second.exited).toBe(1);
    const holder = running.pidOf("supervisor");
    const sentence = `Mintkey is already running from this data directory (process ${holder}). Stop it, or set MINTKEY_DATA_DIR.`;
    expect(second.output()).toBe(`${sentence}\n`);
  });

  for (const part of PARTS) {
    test(`starts ${part} again when it is killed, at its old address`, async () => {
      const port = readFileSync(join(dataDirectory, "postgres-port"), "utf8");
      const killed = running.pidOf(part) ?? 0;
      process.kill(killed, "SIGKILL");
      await vi.waitFor(() => expect(running.pidOf(part) ?? killed).not.toBe(killed), WAIT);
      await vi.waitFor(() => expect(pidsOf(running)).not.toContain(undefined), WAIT);
      expect(running.output()).toMatch(/stopped \(.*\)\. Starting it again in 0\.\d+ s\./);
      expect(readFileSync(join(dataDirectory, "postgres-port"), "utf8")).toBe(port);
    });
  }

  test("stops with Ctrl-C after all of that, and leaves no process and no lock", async () => {
    expect(await running.stop()).toBe(0);
    expect(processesOfThisProduct()).toEqual([]);
    expect(existsSync(join(dataDirectory, "run.lock"))).toBe(false);
  });
});

test("a start with addresses of ClickHouse uses them, and brings none of its own", async () => {
  const [production, sandbox] = await Promise.all([testClickHouse(), testClickHouse()]);
  product = await startProduct(
    options({ CLICKHOUSE_URL_PRODUCTION: production.url, CLICKHOUSE_URL_SANDBOX: sandbox.url }),
  );
  expect(await variableNames(product.sandboxApiUrl)).toContain("CLICKHOUSE_URL_SANDBOX");
  for (const part of ["production ClickHouse", "sandbox ClickHouse"] as const)
    expect(product.pidOf(part)).toBeUndefined();
  await product.stop();
  await Promise.all([production.drop(), sandbox.drop()]);
});

describe("a start", () => {
  test("keeps its secrets in files that only their owner reads, and never makes them again", async () => {
    const before = secretFiles();
    expect(before.map(([name]) => name)).toEqual(SECRET_FILES);
    for (const [name] of before) expect(statSync(join(dataDirectory, "secrets", name)).mode & 0o777).toBe(0o600);
    await start();
    expect(secretFiles()).toEqual(before);
  });

  test("after the supervisor was killed works at once, and nothing of the killed run is left", async () => {
    const running = await start();
    const pids = pidsOf(running);
    running.signal("SIGKILL");
    await running.exited;
    await start();
    for (const pid of pids) expect(isRunning(pid ?? 0)).toBe(false);
  });

  test("after everything was killed at once works", async () => {
    const running = await start();
    for (const pid of [running.pidOf("supervisor"), ...pidsOf(running)]) killIfThere(pid);
    await running.exited;
    await start();
  });

  test("names a taken port and the variable that changes it", async () => {
    const port = ports.MINTKEY_SANDBOX_API_PORT;
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port, resolve));
    const refused = await launchProduct(options());
    expect(await refused.exited).toBe(1);
    await new Promise((resolve) => server.close(resolve));
    expect(refused.output()).toBe(
      `Port ${port} is taken. Stop what uses it, or set MINTKEY_SANDBOX_API_PORT to another port.\n`,
    );
  });

  test("names every faulty variable at once, and no value", async () => {
    const refused = await launchProduct(
      options({ MINTKEY_SANDBOX_PEPPER: "short-and-secret", MINTKEY_SAMPLE_DATA: "maybe" }),
    );
    expect(await refused.exited).toBe(1);
    expect(refused.output()).toMatch(/^MINTKEY_SAMPLE_DATA .*$/m);
    expect(refused.output()).toMatch(/^MINTKEY_SANDBOX_PEPPER .*$/m);
    expect(refused.output()).not.toContain("short-and-secret");
  });

  test("with a damaged secrets file stops, and leaves the file as it is", async () => {
    const path = join(dataDirectory, "secrets", "sandbox.json");
    const intact = readFileSync(path, "utf8");
    writeFileSync(path, intact.slice(0, 40));
    const refused = await launchProduct(options());
    expect(await refused.exited).toBe(1);
    expect(refused.output()).toMatch(/^.*sandbox\.json is damaged\./);
    expect(readFileSync(path, "utf8")).toBe(intact.slice(0, 40));
    writeFileSync(path, intact);
  });
});

/** A part that noticed the end of another one first may have ended already. */
function killIfThere(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(pid, "SIGKILL");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}
