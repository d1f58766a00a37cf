import { dirname } from "node:path";
import { Worker } from "node:worker_threads";
import type { Environment } from "@/lib/domain/environment";
import { clickHouseUrlOf, type Env } from "@/lib/env";
import { takeAbandonedSpools } from "@/lib/events/spools-of-server";
import { describeError, log } from "@/lib/log";
import type { ShippingOrder } from "./event-shipper";

export type Shipping = { stop(): Promise<void> };

const RESTART_MS = 1_000;

/**
 * Ships what this process accepts into its spool, and what processes that run no more left in theirs, for as long as this one
 * runs. Without an event store nothing is shipped, and what is accepted waits.
 */
export function startShipping(env: Env, environment: Environment, spoolDirectory: string): Shipping {
  const url = clickHouseUrlOf(env, environment);
  if (url === undefined) {
    log.warn("No event store is given; accepted events wait in the spool", { environment });
    return { stop: async () => undefined };
  }
  const cluster = env.CLICKHOUSE_CLUSTER;
  const abandoned = takeAbandonedSpools(dirname(spoolDirectory));
  const threads = [spoolDirectory, ...abandoned.map(({ directory }) => directory)].map(
    (directory) => new ShippingThread({ environment, directory, url, cluster }),
  );
  return {
    stop: async () => {
      await Promise.all(threads.map((thread) => thread.stop()));
      for (const { release } of abandoned) release();
    },
  };
}

/** A thread that dies is started again: nothing is lost with it. */
class ShippingThread {
  private isStopping = false;
  private worker: Worker | null = null;
  private restart: NodeJS.Timeout | undefined;

  constructor(private readonly order: ShippingOrder) {
    this.start();
  }

  async stop(): Promise<void> {
    this.isStopping = true;
    clearTimeout(this.restart);
    const { worker } = this;
    if (!worker) return;
    const ended = new Promise((resolve) => worker.once("exit", resolve));
    worker.postMessage("stop");
    await ended;
  }

  private start(): void {
    const worker = new Worker(new URL("./event-shipper.js", import.meta.url), { workerData: this.order });
    this.worker = worker;
    worker.once("error", (error) => log.error("The event shipper failed", { error: describeError(error) }));
    worker.once("exit", () => {
      this.worker = null;
      if (!this.isStopping) this.restart = setTimeout(() => this.start(), RESTART_MS);
    });
  }
}
