import { type ChildProcess, fork } from "node:child_process";
import { z } from "zod";
import type { PartVariables } from "./part-variables";
import { StartError } from "./start-error";

export type Part = {
  name: string;
  entry: string;
  arguments?: readonly string[];
  /** Added to the arguments once the part has been ready. */
  argumentsAgain?: readonly string[];
  variables: PartVariables;
  stopLimitMs: number;
  /** How often it may end before it was ever ready; without a limit it is tried for ever. */
  startAttemptsMax?: number;
  forceSignal: NodeJS.Signals;
};

const RESTART_DELAY_MIN_MS = 250;
const RESTART_DELAY_MAX_MS = 10_000;
const STEADY_AFTER_MS = 30_000;

const readyMessage = z.looseObject({ ready: z.literal(true) });

/** Keeps a part running until it is stopped: whenever it ends, it is started again after a growing pause, and `say` is told. */
export class SupervisedPart {
  /** What the part said when it was first ready. */
  readonly ready: Promise<unknown>;
  #announce: (message: unknown) => void = () => undefined;
  #giveUp: (error: Error) => void = () => undefined;
  #child: ChildProcess | undefined;
  #pause: NodeJS.Timeout | undefined;
  #delayMs = RESTART_DELAY_MIN_MS;
  #attempts = 0;
  #wasReady = false;
  #stopping = false;

  constructor(
    private readonly part: Part,
    private readonly say: (line: string) => void,
  ) {
    this.ready = new Promise((resolve, reject) => {
      this.#announce = resolve;
      this.#giveUp = reject;
    });
    this.#start();
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#pause);
    if (this.#child) await stopProcess(this.#child, this.part.stopLimitMs);
  }

  force(): void {
    this.#stopping = true;
    clearTimeout(this.#pause);
    this.#child?.kill(this.part.forceSignal);
  }

  #start(): void {
    const startedAtMs = Date.now();
    this.#attempts += 1;
    const child = startProcess(this.part, this.#wasReady ? this.part.argumentsAgain : []);
    this.#child = child;
    child.on("message", (message) => {
      if (!readyMessage.safeParse(message).success) return;
      this.#wasReady = true;
      this.#announce(message);
    });
    onceEnded(child, (reason) => {
      this.#child = undefined;
      if (!this.#stopping) this.#startAgain(reason, Date.now() - startedAtMs);
    });
  }

  #startAgain(reason: string, ranForMs: number): void {
    const { name, startAttemptsMax } = this.part;
    if (!this.#wasReady && startAttemptsMax !== undefined && this.#attempts >= startAttemptsMax) {
      this.#giveUp(new StartError(`${name} could not be started (${reason}).`));
      return;
    }
    if (ranForMs >= STEADY_AFTER_MS) this.#delayMs = RESTART_DELAY_MIN_MS;
    this.say(`${name} stopped (${reason}). Starting it again in ${this.#delayMs / 1000} s.`);
    this.#pause = setTimeout(() => this.#start(), this.#delayMs);
    this.#delayMs = Math.min(this.#delayMs * 2, RESTART_DELAY_MAX_MS);
  }
}

/** Runs a part that ends by itself; its exit code must be 0. */
export function runToEnd(part: Part): Promise<void> {
  return new Promise((resolve, reject) => {
    onceEnded(startProcess(part), (reason) =>
      reason === "exit code 0" ? resolve() : reject(new StartError(`${part.name} failed (${reason}).`)),
    );
  });
}

function startProcess(part: Part, argumentsAgain: readonly string[] = []): ChildProcess {
  return fork(part.entry, [...(part.arguments ?? []), ...argumentsAgain], {
    env: part.variables,
    execArgv: ["--enable-source-maps"],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    // Out of the terminal's reach: Ctrl-C arrives at the supervisor alone, which stops the parts in order.
    detached: true,
  });
}

function onceEnded(child: ChildProcess, listener: (reason: string) => void): void {
  let ended = false;
  const end = (reason: string) => {
    if (ended) return;
    ended = true;
    listener(reason);
  };
  child.once("error", (error) => end(error.message));
  child.once("exit", (code, signal) => end(signal ?? `exit code ${code}`));
}

function stopProcess(child: ChildProcess, limitMs: number): Promise<void> {
  return new Promise((resolve) => {
    const limit = setTimeout(() => child.kill("SIGKILL"), limitMs);
    child.once("exit", () => {
      clearTimeout(limit);
      resolve();
    });
    child.kill("SIGTERM");
  });
}
