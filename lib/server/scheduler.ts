import type { Environment } from "@/lib/domain/environment";
import { describeError, log } from "@/lib/log";
import { type BillingRun, runBilling } from "@/lib/operations/run-billing";
import { JobQueue } from "@/lib/store/job-queue";

const EVERY_MS = 30_000;
/** A run stops here and the next one goes on, so that a job is never taken for lost while it is under way. */
const RUN_LIMIT_MS = 60_000;
const LOST_AFTER_MS = 2 * RUN_LIMIT_MS;
const CHECKED_EVERY_SECONDS = 15;

export type Scheduler = { stop(): Promise<void> };

/**
 * Does what time asks for: invoices are drafted, follow usage and become final. Safe in every process at once, and while the
 * database is away it tries again. A run that is under way when it stops ends with what it has.
 */
export function startScheduler(environment: Environment, everyMs = EVERY_MS): Scheduler {
  const queue = new JobQueue(environment, "billing", {
    everySeconds: Math.ceil(everyMs / 1_000),
    lostAfterSeconds: LOST_AFTER_MS / 1_000,
    checkedEverySeconds: CHECKED_EVERY_SECONDS,
  });
  let isStopped = false;
  let goOnFrom: BillingRun["next"] = null;

  const bill = async () => {
    const endsAtMs = performance.now() + RUN_LIMIT_MS;
    const run = await runBilling(environment, new Date(), goOnFrom, () => isStopped || performance.now() > endsAtMs);
    goOnFrom = run.next;
    tell(environment, run);
  };
  const turn = async () => {
    try {
      await queue.runIfDue(bill);
    } catch (error) {
      log.warn("Billing is tried again", { environment, error: describeError(error) });
    }
  };

  let underWay: Promise<void> | null = null;
  const begin = () => {
    underWay ??= turn().finally(() => {
      underWay = null;
    });
  };
  begin();
  // Twice as often as there are jobs, so that none waits for long.
  const timer = setInterval(begin, everyMs / 2);
  return {
    async stop() {
      isStopped = true;
      clearInterval(timer);
      await underWay;
      await queue.close();
    },
  };
}

function tell(environment: Environment, { finalized, failures }: BillingRun): void {
  if (finalized > 0) log.info("Finalized invoices", { environment, finalized });
  for (const { organizationId, contractId, error } of failures)
    log.error("A contract could not be billed", {
      environment,
      organizationId,
      contractId,
      error: describeError(error),
    });
}
