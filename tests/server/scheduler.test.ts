// The work that time asks for, done by schedulers of several processes over one database that may go away.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Tenant } from "@/lib/domain/environment";
import { startScheduler } from "@/lib/server/scheduler";
import { closeStores } from "@/lib/store/connections";
import { JobQueue } from "@/lib/store/job-queue";
import { testEnv } from "../support/api";
import { invoicesOf } from "../support/billing";
import { addContract } from "../support/contracts";
import { type OwnPostgres, startOwnPostgres } from "../support/own-postgres";
import { addOrganization, tenantOf } from "../support/people";
import { query } from "../support/rows";
import { openStores } from "../support/stores";

const DAY_MS = 86_400_000;
const PATIENCE = { timeout: 20_000, interval: 50 };
const TIMES = { everySeconds: 1, lostAfterSeconds: 1, checkedEverySeconds: 1 };

let postgres: OwnPostgres;
let tenant: Tenant;
const stopping: (() => Promise<void>)[] = [];

beforeEach(async () => {
  postgres = await startOwnPostgres();
  openStores(testEnv(postgres.databases));
  tenant = tenantOf("production", await addOrganization("Acme"));
});
afterEach(async () => {
  for (const stop of stopping.splice(0)) await stop();
  await closeStores();
  await postgres.remove();
});

function schedule() {
  const scheduler = startScheduler("production", 1_000);
  stopping.push(() => scheduler.stop());
  return scheduler;
}
const addDueContract = () => addContract(tenant, {}, new Date(Date.now() - 70 * DAY_MS));
const isFinal = async (contractId: string) => (await invoicesOf(tenant, contractId))[0]?.status === "In Progress";
/** Waits for the next try that finds the database away. */
async function hasFailed(): Promise<void> {
  const written = vi.spyOn(console, "error");
  await vi.waitUntil(() => written.mock.calls.some(([line]) => /Billing is tried again/.test(String(line))), PATIENCE);
  written.mockRestore();
}
const finalizations = async () =>
  (
    await query<{ count: number }>(
      postgres.databases.productionUrl,
      "SELECT count(*)::int FROM audit_events WHERE action = 'invoice.finalized'",
    )
  )[0]?.count;

test("what is due becomes final by itself, once, though several schedulers run", async () => {
  const { id } = await addDueContract();
  for (const _ of [1, 2, 3]) schedule();
  await vi.waitUntil(() => isFinal(id), PATIENCE);
  const final = (await invoicesOf(tenant, id)).filter(({ invoiceNumber }) => invoiceNumber !== null);
  expect(await finalizations()).toBe(final.length);
});

test("one process at a time does the work, and a job that was lost with its process is done again", async () => {
  const [one, other] = [1, 2].map(() => new JobQueue("production", "test", TIMES));
  if (!one || !other) throw new Error("Two queues were made");
  stopping.push(
    () => one.close(),
    () => other.close(),
  );
  let finish = () => {};
  const held = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let began = 0;
  const first = one.runIfDue(() => {
    began += 1;
    return held;
  });
  await vi.waitUntil(() => began === 1, PATIENCE);
  const ran = vi.fn(async () => undefined);
  expect(await other.runIfDue(ran)).toBe(false);
  // Its time is up, as if its process were gone; whoever looks after the queue gives the work to another.
  await vi.waitUntil(() => other.runIfDue(ran), PATIENCE);
  expect(ran).toHaveBeenCalledTimes(1);
  finish();
  await first;
});

test("work that fails is told to the caller, and done again", async () => {
  const queue = new JobQueue("production", "test", TIMES);
  stopping.push(() => queue.close());
  await expect(queue.runIfDue(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  await vi.waitUntil(() => queue.runIfDue(async () => undefined), PATIENCE);
});

test("a database that goes away and comes back finds the scheduler at work again, also when it was away at the start", async () => {
  const { id } = await addDueContract();
  await postgres.crash();
  schedule();
  await hasFailed();
  await postgres.restart();
  await vi.waitUntil(() => isFinal(id).catch(() => false), PATIENCE);
  await postgres.crash();
  await hasFailed();
  await postgres.restart();
  const later = await vi.waitUntil(() => addDueContract().catch(() => null), PATIENCE);
  await vi.waitUntil(() => isFinal(later.id).catch(() => false), PATIENCE);
}, 90_000);

test("a scheduler ends within seconds of being stopped, whatever it was doing", async () => {
  const scheduler = schedule();
  await scheduler.stop();
  const { id } = await addDueContract();
  const startedMs = performance.now();
  await schedule().stop();
  expect(performance.now() - startedMs).toBeLessThan(4_000);
  const [first] = await invoicesOf(tenant, id);
  expect(["Drafted", "In Progress"]).toContain(first?.status);
});
