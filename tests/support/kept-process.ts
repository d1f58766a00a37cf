// A process that is started again whenever it ends, as the supervisor does it, and can be killed at any moment of its life.
import type { ChildProcess } from "node:child_process";
import { vi } from "vitest";

const START_AGAIN_MS = 50;
const SERVES_WITHIN_MS = 60_000;

export class KeptProcess {
  /** What it said when it was first ready. */
  announced: unknown = null;
  /** How it ended where nobody had killed it, with what it had printed. */
  readonly faults: string[] = [];
  #child: ChildProcess | null = null;
  #serves = false;
  #isKept = false;

  constructor(private readonly fork: (isAgain: boolean) => ChildProcess) {}

  /** Resolves once it serves. */
  async start(): Promise<void> {
    this.#isKept = true;
    this.#begin();
    await this.whenServing();
  }

  async whenServing(): Promise<void> {
    await vi.waitUntil(() => this.#serves || this.faults.length > 0, { timeout: SERVES_WITHIN_MS, interval: 10 });
    if (this.faults[0]) throw new Error(this.faults[0]);
  }

  /** Whatever it is doing, starting too. It is started again. */
  kill(): void {
    this.#serves = false;
    this.#child?.kill("SIGKILL");
  }

  /** Ends it, to stay away until it is started. */
  async stop(signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
    this.#isKept = false;
    const child = this.#child;
    if (!child) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await ended;
  }

  #begin(): void {
    const child = this.fork(this.announced !== null);
    this.#child = child;
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
    child.once("message", (message) => {
      this.announced ??= message;
      this.#serves = !child.killed;
    });
    child.once("exit", (code, signal) => {
      this.#child = null;
      this.#serves = false;
      if (signal !== "SIGKILL" && code !== 0) this.faults.push(`Ended with ${signal ?? code}:\n${output}`);
      setTimeout(() => this.#isKept && !this.#child && this.#begin(), START_AGAIN_MS);
    });
  }
}
