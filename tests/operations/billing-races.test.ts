// Several billers at once, some of which are killed: every invoice is final once, with its own number, whole or not at all.
import { type ChildProcess, fork } from "node:child_process";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { Tenant } from "@/lib/domain/environment";
import { billContracts } from "@/lib/operations/bill-contracts";
import { runBilling } from "@/lib/operations/run-billing";
import { verifyAuditChain } from "@/lib/store/audit-log";
import { closeStores, environmentStore } from "@/lib/store/connections";
import { testEnv } from "../support/api";
import { at, billAt } from "../support/billing";
import { addContract, addSeatPlan } from "../support/contracts";
import { createTestDatabases, type TestStores } from "../support/databases";
import { addCustomer, addOrganization, tenantOf } from "../support/people";
import { PROJECT_ROOT } from "../support/product";
import { everythingIn, query } from "../support/rows";
import { openStores } from "../support/stores";
import { bundleTestProgram, type TestProgram } from "../support/test-program";

const CREATED = at("2026-01-01T08:00:00Z");
const DUE = "2026-02-02T00:00:00Z";
/** As many at once as there are connections for. */
const LANES = 10;

let program: TestProgram;
let databases: TestStores;
let tenant: Tenant;

beforeAll(async () => {
  program = await bundleTestProgram("tests/support/bill-once.ts");
});
afterAll(() => program.remove());
beforeEach(async () => {
  databases = await createTestDatabases();
  openStores(testEnv(databases));
  tenant = tenantOf("production", await addOrganization("Acme"));
});
afterEach(async () => {
  await closeStores();
  await databases.drop();
});

async function addContracts(count: number): Promise<string[]> {
  const customerId = (await addCustomer(tenant, "Globex")).id;
  const planId = (await addSeatPlan(tenant)).id;
  const ids: string[] = [];
  const lane = async () => {
    while (count-- > 0) ids.push((await addContract(tenant, { customerId, planId }, CREATED)).id);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return ids;
}

/** What was finalized, each invoice with its number and its entry in the audit log. */
async function expectFinalOnce(count: number): Promise<void> {
  const rows = await query<{ invoice_number: string; lines: number; audited: number }>(
    databases.productionUrl,
    `SELECT invoice_number, (SELECT count(*)::int FROM invoice_lines l WHERE l.invoice_id = i.id) AS lines,
       (SELECT count(*)::int FROM audit_events e WHERE e.action = 'invoice.finalized' AND e.target->>'id' = i.id::text) AS audited
     FROM invoices i WHERE finalized_at IS NOT NULL ORDER BY invoice_number`,
  );
  const numbers = Array.from({ length: count }, (_, index) => `INV-2026-${String(index + 1).padStart(6, "0")}`);
  expect(rows).toEqual(numbers.map((invoice_number) => ({ invoice_number, lines: 1, audited: 1 })));
  const last = await query(databases.productionUrl, "SELECT last FROM invoice_numbers");
  expect(last).toEqual(count === 0 ? [] : [{ last: count }]);
  expect((await verifyAuditChain(tenant, "environment")).brokenAt).toBeNull();
}

async function startBiller(): Promise<ChildProcess> {
  const biller = fork(program.path, {
    cwd: PROJECT_ROOT,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: {
      NODE_ENV: "production",
      PATH: process.env.PATH,
      DATABASE_URL_CONTROL: databases.controlUrl,
      DATABASE_URL_PRODUCTION: databases.productionUrl,
      DATABASE_URL_SANDBOX: databases.sandboxUrl,
      MINTKEY_CONTROL_PEPPER: "c3".repeat(32),
      MINTKEY_PRODUCTION_PEPPER: "a1".repeat(32),
      MINTKEY_SANDBOX_PEPPER: "b2".repeat(32),
    },
  });
  await new Promise((resolve) => biller.once("message", resolve));
  return biller;
}
const ended = (biller: ChildProcess) => new Promise((resolve) => biller.once("exit", resolve));

test("100 invoices that become final in parallel have no number twice and no gap", async () => {
  const ids = await addContracts(100);
  const lanes = Array.from({ length: LANES }, async () => {
    for (let id = ids.pop(); id !== undefined; id = ids.pop()) await billContracts(tenant, [id], at(DUE));
  });
  await Promise.all(lanes);
  await expectFinalOnce(100);
}, 60_000);

test("the same step at once in one process changes nothing the second time", async () => {
  await addContracts(20);
  await Promise.all([1, 2, 3].map(() => runBilling("production", at(DUE))));
  await billAt(DUE);
  await expectFinalOnce(20);
  const before = await everythingIn(databases.productionUrl);
  expect(await billAt(DUE)).toEqual({ drafted: 0, changed: 0, finalized: 0 });
  expect(await everythingIn(databases.productionUrl)).toEqual(before);
}, 60_000);

test("two processes at once finalize each invoice once", async () => {
  await addContracts(120);
  const billers = await Promise.all([startBiller(), startBiller()]);
  for (const biller of billers) biller.send(DUE);
  await Promise.all(billers.map(ended));
  await billAt(DUE);
  await expectFinalOnce(120);
}, 60_000);

/** Waits until the biller is inside a transaction, at this statement or right behind it; false when it ended before that was seen. */
async function isAt(statement: string, gone: Promise<unknown>): Promise<boolean> {
  let isOver = false;
  void gone.then(() => {
    isOver = true;
  });
  const { pool } = environmentStore("production");
  while (!isOver) {
    const { rowCount } = await pool.query(
      "SELECT FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle' AND query LIKE $1",
      [`%${statement}%`],
    );
    if (rowCount) return true;
  }
  return false;
}

test("a process that is killed in the middle of finalization leaves each invoice whole or untouched", async () => {
  await addContracts(150);
  let killed = 0;
  for (const statement of ["INTO invoice_numbers", "UPDATE invoices SET", "INTO invoice_lines", "INTO audit_events"]) {
    const biller = await startBiller();
    const gone = ended(biller);
    biller.send(DUE);
    if (await isAt(statement, gone)) killed += 1;
    biller.kill("SIGKILL");
    await gone;
    const [row] = await query<{ count: number }>(
      databases.productionUrl,
      "SELECT count(*)::int FROM invoices WHERE finalized_at IS NOT NULL",
    );
    await expectFinalOnce(row?.count ?? 0);
  }
  expect(killed).toBeGreaterThan(0);
  await billAt(DUE);
  await expectFinalOnce(150);
}, 120_000);
