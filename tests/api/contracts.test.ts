import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { contractAnswer } from "@/lib/api/schemas/contracts";
import { addMonths } from "@/lib/domain/day";
import { decimal } from "@/lib/domain/decimal";
import { archivePlan } from "@/lib/operations/archive-plan";
import { changePlan } from "@/lib/operations/change-plan";
import { beforeEachContractTenant, type ContractTenant, contractCalls, TODAY } from "../support/contract-calls";
import { addMeteredPlan, addSeatPlan } from "../support/contracts";
import * as people from "../support/people";
import { query } from "../support/rows";

let its: ContractTenant;
beforeEachContractTenant((given) => {
  its = given;
});

const { call, create, created, read, list, audited } = contractCalls(() => its);

test("a new contract takes everything else from the plan, and reads back as it was answered", async () => {
  const { id: richPlan } = await addSeatPlan(its.tenant, {
    name: "Enterprise",
    netTerms: 14,
    creditGrantCents: 5000n,
    creditSettings: { creditRateCents: decimal("0.123456") },
    currency: "JPY",
  });
  const { status, json } = await create({ planId: richPlan });
  expect(status).toBe(201);
  const { data } = contractAnswer.parse(json);
  expect(data).toEqual({
    id: data.id,
    customerId: its.customerId,
    planId: richPlan,
    name: "Enterprise",
    startDate: TODAY,
    endDate: null,
    isActive: true,
    metadata: {},
    netTerms: 14,
    currency: "JPY",
    overrides: [],
    creditGrantCents: 5000,
    creditSettings: { creditRateCents: 0.123456 },
    currentPeriod: { start: TODAY, end: addMonths(TODAY, 1) },
    cancelledAt: null,
    effectiveCancellationDate: null,
    createdAt: data.createdAt,
    updatedAt: data.createdAt,
  });
  expect((await call("GET", `/v1/contracts/${data.id}`)).json).toEqual(json);
});

test("a new contract may replace the plan's terms, or by null have none of its credit", async () => {
  const { id: richPlan } = await addSeatPlan(its.tenant, {
    creditGrantCents: 5000n,
    creditSettings: { creditRateCents: decimal(1) },
  });
  const none = await created({ planId: richPlan, netTerms: 0, creditGrantCents: null, creditSettings: null });
  expect(none).toMatchObject({ netTerms: 0, creditGrantCents: null, creditSettings: null });
  const own = await created({ planId: richPlan, creditGrantCents: 7, creditSettings: { creditRateCents: 0.000001 } });
  expect(own).toMatchObject({ creditGrantCents: 7, creditSettings: { creditRateCents: 0.000001 } });
  expect(await read(own.id)).toEqual(own);
});

test("a new contract keeps overrides digit by digit", async () => {
  const { seat, calls, plan } = await addMeteredPlan(its.tenant);
  const overrides = [
    { basePricingId: calls.id, unitAmount: "0.000000000001", flatAmount: "123456789012.5" },
    { basePricingId: seat.id, unitAmount: "0" },
  ];
  const contract = await created({ planId: plan.id, overrides });
  expect(contract.overrides).toEqual(overrides);
  expect((await read(contract.id)).overrides).toEqual(overrides);
});

test("a new contract is recorded with who, what and the terms", async () => {
  const { id } = await created({ metadata: { costCenter: "42" }, creditGrantCents: 5 });
  expect(await audited()).toEqual([
    expect.objectContaining({
      action: "contract.created",
      after: expect.objectContaining({
        customerId: its.customerId,
        planId: its.planId,
        creditGrantCents: 5,
        metadata: { costCenter: "42" },
      }),
    }),
  ]);
  expect(await query(its.world.databases.productionUrl, "SELECT FROM contracts WHERE id = $1", [id])).toHaveLength(1);
});

test("a new contract keeps the plan's name of that day", async () => {
  const { id } = await created();
  await query(its.world.databases.productionUrl, "UPDATE plans SET name = 'Renamed' WHERE id = $1", [its.planId]);
  expect((await read(id)).name).toBe("Pro");
});

test("a new contract from an archived plan is refused, and running contracts go on", async () => {
  const running = await created();
  await archivePlan(its.tenant, people.actorNamed("Tests"), its.planId, new Date());
  const { status, error } = await create();
  expect({ status, error }).toMatchObject({
    status: 409,
    error: { code: "CONFLICT", message: "Plan is archived", details: [{ path: "planId" }] },
  });
  expect(await read(running.id)).toEqual(running);
});

test("a new contract makes the plan unchangeable, whichever of the two comes first", async () => {
  const change = () =>
    changePlan(its.tenant, people.actorNamed("Tests"), its.planId, { netTerms: 1 }, new Date()).then(
      () => "changed" as const,
      () => "refused" as const,
    );
  for (let round = 0; round < 5; round++) {
    its.planId = (await addSeatPlan(its.tenant)).id;
    const [contract, outcome] = await Promise.all([created(), change()]);
    expect(contract.netTerms).toBe(outcome === "changed" ? 1 : 30);
  }
  expect(await change()).toBe("refused");
});

test("a new contract and archiving its plan at once leave either no contract or one that began before", async () => {
  for (let round = 0; round < 5; round++) {
    its.planId = (await addSeatPlan(its.tenant)).id;
    const archive = archivePlan(its.tenant, people.actorNamed("Tests"), its.planId, new Date());
    const [{ status }] = await Promise.all([create(), archive]);
    const made = await query(its.world.databases.productionUrl, "SELECT FROM contracts WHERE plan_id = $1", [
      its.planId,
    ]);
    expect([status, made.length]).toEqual(status === 201 ? [201, 1] : [409, 0]);
  }
});

test("creating at once with one Idempotency-Key makes one contract with one grant", async () => {
  const headers = { "idempotency-key": randomUUID() };
  const answers = await Promise.all([1, 2, 3, 4].map(() => create({ creditGrantCents: 100 }, { headers })));
  expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
  const again = await create({ creditGrantCents: 100 }, { headers });
  expect([again.status, again.headers.get("idempotency-replayed")]).toEqual([201, "true"]);
  expect((await list()).total).toBe(1);
  const grants = await query(
    its.world.databases.productionUrl,
    "SELECT FROM credit_entries WHERE organization_id = $1",
    [its.tenant.organizationId],
  );
  expect(grants).toHaveLength(1);
});
