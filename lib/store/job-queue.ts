// One kind of recurring work of an environment, done by one process at a time: whoever takes the job has it until it is done or its
// time is up. pg-boss keeps the jobs in a schema of its own in the environment's database and installs that schema by itself.
import PgBoss from "pg-boss";
import type { Environment } from "@/lib/domain/environment";
import { describeError, log } from "@/lib/log";
import { environmentStore } from "./connections";

export type JobQueueTimes = {
  /** At most one job is asked for in this time, by however many processes. */
  readonly everySeconds: number;
  /** A job that is not done by then was lost with its process. */
  readonly lostAfterSeconds: number;
  /** How often lost jobs are looked for. */
  readonly checkedEverySeconds: number;
};

const SCHEMA = "jobs";
const KEEP_DONE_SECONDS = 3_600;
const KEEP_ARCHIVED_HOURS = 24;

export class JobQueue {
  #opening: Promise<PgBoss> | null = null;

  constructor(
    private readonly environment: Environment,
    private readonly name: string,
    private readonly times: JobQueueTimes,
  ) {}

  /**
   * Does `work` if it is time and nobody else is doing it, and answers whether it did. Throws when the database is away or the work
   * failed; the next call simply tries again.
   */
  async runIfDue(work: () => Promise<void>): Promise<boolean> {
    const boss = await this.#open();
    await boss.send(this.name, {}, { singletonSeconds: this.times.everySeconds });
    const [job] = await boss.fetch(this.name);
    if (!job) return false;
    try {
      await work();
    } catch (error) {
      // The job's own record is for operators of the queue; what failed is told by the caller.
      await boss.fail(this.name, job.id).catch(() => undefined);
      throw error;
    }
    await boss.complete(this.name, job.id);
    return true;
  }

  async close(): Promise<void> {
    const boss = await this.#opening?.catch(() => null);
    this.#opening = null;
    await boss?.stop({ graceful: false });
  }

  #open(): Promise<PgBoss> {
    this.#opening ??= this.#start().catch((error: unknown) => {
      this.#opening = null;
      throw error;
    });
    return this.#opening;
  }

  async #start(): Promise<PgBoss> {
    const { pool } = environmentStore(this.environment);
    const boss = new PgBoss({
      // The environment's own connections, with their limits on time. A failed statement's connection is thrown away.
      db: { executeSql: (text: string, values?: unknown[]) => pool.query(text, values) },
      schema: SCHEMA,
      schedule: false,
      maintenanceIntervalSeconds: this.times.checkedEverySeconds,
      archiveCompletedAfterSeconds: KEEP_DONE_SECONDS,
      archiveFailedAfterSeconds: KEEP_DONE_SECONDS,
      deleteAfterHours: KEEP_ARCHIVED_HOURS,
    });
    boss.on("error", (error) =>
      log.warn("The job queue could not reach its database", {
        environment: this.environment,
        error: describeError(error),
      }),
    );
    await boss.start();
    const { lostAfterSeconds: expireInSeconds } = this.times;
    // Stately: one job waits and one is under way, never more. No retries: the next one comes anyway.
    await boss.createQueue(this.name, { name: this.name, policy: "stately", retryLimit: 0, expireInSeconds });
    return boss;
  }
}
