// The program that keeps an environment's embedded ClickHouse, in a process of its own, as the supervisor starts it.
import { type ChildProcess, fork } from "node:child_process";
import { z } from "zod";
import { clickHouseVariables } from "@/lib/server/part-variables";
import { PROJECT_ROOT } from "./product";
import { bundleTestProgram, type TestProgram } from "./test-program";

export type ClickHouseProcess = {
  /** With credentials and the environment's database. */
  readonly url: string;
  readonly pid: number;
  /** All that it has printed so far. */
  output(): string;
  kill(signal: NodeJS.Signals): void;
  /** The exit code, or the signal that ended it. */
  readonly gone: Promise<number | NodeJS.Signals>;
  stop(): Promise<number | NodeJS.Signals>;
};

const readyMessage = z.object({ url: z.string() });

export const bundleClickHouseProgram = () => bundleTestProgram("lib/server/clickhouse.ts");

/** The address in what it says when it serves. */
export const clickHouseUrlIn = (message: unknown): string => readyMessage.parse(message).url;

export const forkClickHouse = (program: TestProgram, dataDirectory: string, more: readonly string[] = []) =>
  fork(program.path, ["--environment", "sandbox", ...more], {
    cwd: PROJECT_ROOT,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: clickHouseVariables({ PATH: process.env.PATH, MINTKEY_DATA_DIR: dataDirectory }),
  });

export async function startClickHouseProcess(
  program: TestProgram,
  dataDirectory: string,
  more: readonly string[] = [],
): Promise<ClickHouseProcess> {
  const child = forkClickHouse(program, dataDirectory, more);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
  const gone = endOf(child);
  const url = await new Promise<string>((resolve, reject) => {
    child.once("message", (message) => resolve(clickHouseUrlIn(message)));
    void gone.then((end) => reject(new Error(`ClickHouse ended (${end}) before it served:\n${output}`)));
  });
  return {
    url,
    pid: child.pid ?? 0,
    output: () => output,
    kill: (signal) => child.kill(signal),
    gone,
    stop: () => {
      child.kill("SIGTERM");
      return gone;
    },
  };
}

const endOf = (child: ChildProcess) =>
  new Promise<number | NodeJS.Signals>((resolve) => child.once("exit", (code, signal) => resolve(signal ?? code ?? 0)));
