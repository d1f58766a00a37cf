import { setImmediate as nextTurn } from "node:timers/promises";
import { unavailable } from "@/lib/domain/errors";
import { stillRunning } from "./idempotent-answers";
import type { PendingChange } from "./pending-change";

const TOGETHER_MAX = 32;
const WAITING_MAX = 1_000;

type Run = (changes: readonly PendingChange[]) => Promise<boolean>;
type Queue = { readonly waiting: PendingChange[]; readonly runningKeys: Set<string> };

/**
 * Gathers the changes of one organization that come while others of it are being committed, and runs them together.
 * Nobody waits for company: a change that comes alone runs alone.
 */
export class ChangeQueues {
  private readonly queues = new Map<string, Queue>();

  /** `change` is settled by `run`, or refused here. */
  add(organizationId: string, change: PendingChange, run: Run): void {
    const queue = this.queues.get(organizationId);
    if (!queue) {
      const opened: Queue = { waiting: [], runningKeys: new Set() };
      this.queues.set(organizationId, opened);
      put(opened, change);
      void this.runAll(organizationId, opened, run);
    } else if (queue.waiting.length >= WAITING_MAX) change.reject(unavailable());
    else if (change.call && queue.runningKeys.has(onceKeyOf(change))) change.reject(stillRunning());
    else put(queue, change);
  }

  private async runAll(organizationId: string, { waiting, runningKeys }: Queue, run: Run): Promise<void> {
    // Requests that were read from their sockets in one turn of the event loop belong together.
    await nextTurn();
    while (waiting.length > 0) {
      const together = waiting.splice(0, TOGETHER_MAX);
      // Otherwise each group in turn would wait as long for a database that is away.
      if (!(await run(together))) for (const change of waiting.splice(0)) change.reject(unavailable());
      for (const change of together) runningKeys.delete(onceKeyOf(change));
    }
    this.queues.delete(organizationId);
  }
}

function put({ waiting, runningKeys }: Queue, change: PendingChange): void {
  waiting.push(change);
  if (change.call) runningKeys.add(onceKeyOf(change));
}

const onceKeyOf = ({ call }: PendingChange): string => (call ? `${call.method} ${call.path} ${call.key}` : "");
