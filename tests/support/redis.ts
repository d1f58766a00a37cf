// A Redis of its own for a test: nothing of it outlives the test, and it can be killed.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "@/lib/embedded/free-port";

export type TestRedis = {
  readonly url: string;
  /** Ends it as a crash does; `start` serves at the same address again. */
  kill(): Promise<void>;
  start(): Promise<void>;
};

const PROGRAM = "redis-server";

/** `password`: what clients have to give. It goes in through standard input, because a command line is everybody's to read. */
export async function startRedis(password?: string): Promise<TestRedis> {
  const port = await freePort();
  let child: ChildProcess | undefined;
  const start = async () => {
    child = spawn(PROGRAM, ["-"], { stdio: ["pipe", "ignore", "ignore"] });
    const failed = once(child, "error").then(([cause]) => {
      throw new Error(`${PROGRAM} is not installed; npm test installs it where it can`, { cause });
    });
    child.stdin?.on("error", () => undefined).end(configuration(port, password));
    await Promise.race([failed, untilItListens(port)]);
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    start,
    kill: async () => {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    },
  };
}

const configuration = (port: number, password: string | undefined): string =>
  [`port ${port}`, "bind 127.0.0.1", 'save ""', "appendonly no", ...(password ? [`requirepass ${password}`] : [])].join(
    "\n",
  );

async function untilItListens(port: number): Promise<void> {
  while (!(await listens(port))) await pause(20);
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}
