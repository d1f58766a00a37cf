// A ClickHouse that takes connections and never answers: worse than one that is gone, because nothing says so.
import { afterEach, expect, test } from "vitest";
import type { Tenant } from "@/lib/domain/environment";
import { refreshDrafts } from "@/lib/operations/draft-invoices";
import { closeEventStores, openEventStore, readRows } from "@/lib/store/event-store";
import { beforeEachBilledTenant } from "../support/billed-tenant";
import { at, billAt, invoicesOf } from "../support/billing";
import { addCallsPlan, addContract } from "../support/contracts";
import type { SentUsage } from "../support/sent-usage";
import { type SilentServer, startSilentServer } from "../support/silent-server";

let tenant: Tenant;
let usage: SentUsage;
let silent: SilentServer;

beforeEachBilledTenant("each test", (given) => {
  ({ tenant, usage } = given);
});

/** From now on ClickHouse says this much, and nothing more. */
async function silenceClickHouse(says = ""): Promise<void> {
  silent = await startSilentServer(says);
  await closeEventStores();
  openEventStore("production", { url: silent.url });
}

afterEach(() => silent.close());

const AFTER_ONE_ROW = 'HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\nContent-Length: 100\r\n\r\n{"n":1}\n';

test.each([
  ["before it answers", ""],
  ["in the middle of an answer", AFTER_ONE_ROW],
])("a read ends with its signal when the store falls silent %s", async (_, says) => {
  await silenceClickHouse(says);
  const giveUp = new AbortController();
  const read = readRows("production", "SELECT 1 AS n", {}, giveUp.signal).catch((error: unknown) => error);
  await expect.poll(() => silent.requestsHeard(), { timeout: 10_000 }).toBe(1);
  giveUp.abort();
  expect(await read).toMatchObject({ code: "SERVICE_UNAVAILABLE" });
  const tooLate = readRows("production", "SELECT 1 AS n", {}, giveUp.signal).catch((error: unknown) => error);
  expect(await tooLate).toMatchObject({ code: "SERVICE_UNAVAILABLE" });
  expect(silent.requestsHeard()).toBe(1);
});

test("drafts are shown as they were last known within seconds", { timeout: 15_000 }, async () => {
  const { plan } = await addCallsPlan(tenant);
  const contract = await addContract(tenant, { planId: plan.id }, at("2026-01-01T08:00:00Z"));
  usage.sendMany(333, { customerId: contract.customerId, at: "2026-01-10T00:00:00Z" });
  await billAt("2026-01-11T00:00:00Z", usage);
  await silenceClickHouse();
  await refreshDrafts(tenant, contract.id, at("2026-01-12T00:00:00Z"));
  expect(silent.requestsHeard()).toBe(1);
  const [draft] = await invoicesOf(tenant, contract.id);
  expect([draft?.status, draft?.totalCents]).toEqual(["Drafted", 3_600n]);
});
