// Servers under measurement: one process each, on one processor core of their own where the system can pin.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";

const SERVER_CORE = 0;
const LOAD_CORE = 1;
const START_LIMIT_MS = 60_000;
const REPORTER = join(process.cwd(), "dist", "bench", "servers", "report-cpu.js");

const readyMessage = z.object({ ready: z.literal(true), keys: z.array(z.string()).optional() });
const usageMessage = z.object({
  cpuMicroseconds: z.number(),
  kernelMicroseconds: z.number(),
  residentBytes: z.number(),
});

export type Usage = z.output<typeof usageMessage>;

export type BenchServer = {
  readonly pid: number;
  readonly port: number;
  /** Keys that the server made at its start, where it makes its own. */
  readonly keys: readonly string[];
  usage: () => Promise<Usage>;
  stop: () => Promise<void>;
};

type Program = {
  file: string;
  arguments?: readonly string[];
  port: number;
  variables: Record<string, string>;
  /** For what uses several cores: it is not bound to the servers' one. */
  anyCore?: boolean;
};

/** Whether processes can be bound to a core here. */
export const canPin = cpus().length > 1 && spawnSync("taskset", ["-V"]).status === 0;

/** Leaves the servers' core to the servers. What this process starts later inherits it. */
export function moveToLoadCore(): void {
  if (canPin) spawnSync("taskset", ["-a", "-cp", String(LOAD_CORE), String(process.pid)]);
}

/** Starts a server and returns once it says that it serves. */
export async function startBenchServer(program: Program): Promise<BenchServer> {
  const node = [
    process.execPath,
    ...profilingOf(program.file),
    "--import",
    REPORTER,
    program.file,
    ...(program.arguments ?? []),
  ];
  const [command = "", ...rest] = canPin && !program.anyCore ? ["taskset", "-c", String(SERVER_CORE), ...node] : node;
  const dataDirectory = mkdtempSync(join(tmpdir(), "mintkey-bench-"));
  const child = spawn(command, rest, {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "production",
      PORT: String(program.port),
      MINTKEY_DATA_DIR: dataDirectory,
      ...program.variables,
    },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const { keys = [] } = readyMessage.parse(
    await nextMessage(child, (message) => readyMessage.safeParse(message).success),
  );
  return {
    pid: child.pid ?? 0,
    port: program.port,
    keys,
    usage: async () => {
      const answer = nextMessage(child, (message) => usageMessage.safeParse(message).success);
      child.send("usage");
      return usageMessage.parse(await answer);
    },
    stop: async () => {
      const exited = once(child, "exit");
      child.kill("SIGTERM");
      await exited;
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}

/** `BENCH_PROFILE=api-server` writes a processor profile of that server into the working directory when it stops. */
function profilingOf(file: string): string[] {
  const wanted = process.env.BENCH_PROFILE;
  return wanted && file.includes(wanted) ? ["--cpu-prof", "--cpu-prof-dir=profiles"] : [];
}

function nextMessage(child: ChildProcess, isWanted: (message: unknown) => boolean): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => settle(() => reject(new Error("A server did not answer in time"))), START_LIMIT_MS);
    const onMessage = (message: unknown) => isWanted(message) && settle(() => resolve(message));
    const onExit = (code: number | null) => settle(() => reject(new Error(`A server ended (${code})`)));
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      child.off("message", onMessage).off("exit", onExit);
      finish();
    };
    child.on("message", onMessage).on("exit", onExit);
  });
}
