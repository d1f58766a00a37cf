import { ClickHouseRefusal } from "./clickhouse-error";

/** Lets so many pass at once, keeps so many waiting, and refuses the rest. */
export class ClickHouseLane {
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(
    private readonly runningMax: number,
    private readonly waitingMax: number,
  ) {}

  /** Runs `work` when there is room. A caller whose signal aborts while it waits is refused and takes no room. */
  async run<Result>(work: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
    if (this.#running < this.runningMax) this.#running += 1;
    else await this.#wait(signal);
    try {
      signal.throwIfAborted();
      return await work();
    } finally {
      // The room is handed over: whoever comes at this moment does not overtake those who wait.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }

  #wait(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.#waiting.length >= this.waitingMax) {
      throw new ClickHouseRefusal(202, "TOO_MANY_SIMULTANEOUS_QUERIES", "Too many simultaneous queries");
    }
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#waiting.splice(this.#waiting.indexOf(enter), 1);
        reject(signal.reason);
      };
      const enter = () => {
        signal.removeEventListener("abort", leave);
        resolve();
      };
      this.#waiting.push(enter);
      signal.addEventListener("abort", leave, { once: true });
    });
  }
}
