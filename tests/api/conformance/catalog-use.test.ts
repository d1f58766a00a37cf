// What may still be changed or archived, and what may not because somebody pays by it.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Contract } from "@/lib/domain/contract";
import { addDays, dayOf, startOfDay } from "@/lib/domain/day";
import type { Meter } from "@/lib/domain/meter";
import type { Plan } from "@/lib/domain/plan";
import { archiveMeter } from "@/lib/operations/archive-meter";
import { archivePlan } from "@/lib/operations/archive-plan";
import { cancelContract } from "@/lib/operations/cancel-contract";
import { openWorld, type World } from "../../support/api";
import { addMeter, addMeteredPricing, addPlan, addPricing } from "../../support/catalog";
import { addContract } from "../../support/contracts";
import * as people from "../../support/people";
import { everythingIn } from "../../support/rows";

const TESTS = people.actorNamed("Tests");

let world: World;
let tenant: ReturnType<typeof people.tenantOf>;
let secret: string;
let meter: Meter;
let plan: Plan;

beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  tenant = people.tenantOf("production", await people.addOrganization("Acme"));
  ({ secret } = await people.mint(world.env, tenant));
  meter = await addMeter(tenant);
  plan = await addPlan(tenant, [await addMeteredPricing(tenant, meter.id)]);
});
afterAll(() => world.close());

const call = (method: string, path: string, body?: unknown) =>
  world.api.production.call(method, path, { secret, body });
const archive = () => call("DELETE", `/v1/meters/${meter.id}`);
const IN_USE = "Meter is used by an active plan or by a contract that has not ended";

async function expectUnchanged(refused: () => Promise<{ status: number }>): Promise<void> {
  const before = await everythingIn(world.databases.productionUrl);
  expect((await refused()).status).toBe(409);
  expect(await everythingIn(world.databases.productionUrl)).toEqual(before);
}

describe("a meter", () => {
  test("of an active plan cannot be archived, and the answer names the plan", async () => {
    const { status, error } = await archive();
    expect([status, error?.code, error?.message]).toEqual([409, "CONFLICT", IN_USE]);
    expect(error?.details).toEqual([{ path: "meterId", message: `Active plan Pro (${plan.id})` }]);
    await expectUnchanged(archive);
  });

  test("of archived plans only, or of no plan at all, can be archived", async () => {
    await call("DELETE", `/v1/plans/${plan.id}`);
    expect((await archive()).status).toBe(200);
    const priced = await addMeter(tenant);
    await addMeteredPricing(tenant, priced.id);
    expect((await call("DELETE", `/v1/meters/${priced.id}`)).status).toBe(200);
  });

  test("that a changed plan no longer counts on can be archived", async () => {
    const items = [{ pricingId: (await addPricing(tenant)).id }];
    expect((await call("PATCH", `/v1/plans/${plan.id}`, { items })).status).toBe(200);
    expect((await archive()).status).toBe(200);
  });

  test("of a contract that has not ended cannot be archived, though its plan is", async () => {
    const contract = await addContract(tenant, { planId: plan.id });
    await call("DELETE", `/v1/plans/${plan.id}`);
    const { status, error } = await archive();
    expect([status, error?.message]).toEqual([409, IN_USE]);
    expect(error?.details).toEqual([{ path: "meterId", message: `Contract Pro (${contract.id}) has not ended` }]);
    await expectUnchanged(archive);
  });
});

describe("a meter of contracts that end", () => {
  const attemptAt = (instant: Date) =>
    archiveMeter(tenant, TESTS, meter.id, instant).then(
      () => "archived",
      (error: Error) => error.message,
    );
  const lastMomentBefore = (day: string) => new Date(startOfDay(day).getTime() - 1);

  test("can be archived from the first instant of the day on which the last contract has ended", async () => {
    const now = new Date();
    const endDate = addDays(dayOf(now), 10);
    await addContract(tenant, { planId: plan.id, endDate });
    await addContract(tenant, { planId: plan.id, endDate: addDays(endDate, -3) });
    await archivePlan(tenant, TESTS, plan.id, now);
    expect(await attemptAt(lastMomentBefore(endDate))).toBe(IN_USE);
    expect(await attemptAt(startOfDay(endDate))).toBe("archived");
  });

  test("of a cancelled contract can be archived when the cancellation takes effect", async () => {
    const now = new Date();
    const contract: Contract = await addContract(tenant, { planId: plan.id });
    await cancelContract(tenant, TESTS, contract.id, now);
    await archivePlan(tenant, TESTS, plan.id, now);
    const { json } = await call("GET", `/v1/contracts/${contract.id}`);
    const effective: string = Object(json).data.effectiveCancellationDate;
    expect(effective > dayOf(now)).toBe(true);
    expect(await attemptAt(lastMomentBefore(effective))).toBe(IN_USE);
    expect(await attemptAt(startOfDay(effective))).toBe("archived");
  });

  test("of a contract that was cancelled before its start can be archived at once, of one that waits for its start not", async () => {
    const now = new Date();
    const startDate = addDays(dayOf(now), 10);
    const contract = await addContract(tenant, { planId: plan.id, startDate });
    await archivePlan(tenant, TESTS, plan.id, now);
    expect(await attemptAt(now)).toBe(IN_USE);
    await cancelContract(tenant, TESTS, contract.id, now);
    expect(await attemptAt(now)).toBe("archived");
  });
});

describe("a plan", () => {
  const change = () => call("PATCH", `/v1/plans/${plan.id}`, { name: "Team" });

  test("can be changed until its first contract and never after, also when that has ended", async () => {
    expect((await change()).json).toMatchObject({ data: { name: "Team" } });
    const yesterday = addDays(dayOf(new Date()), -1);
    await addContract(tenant, { planId: plan.id, startDate: addDays(yesterday, -1), endDate: yesterday });
    const { status, error } = await change();
    expect([status, error?.code, error?.message]).toEqual([
      409,
      "CONFLICT",
      "Plan has been used by a contract and can no longer be changed",
    ]);
    await expectUnchanged(change);
  });

  test("with contracts can be archived: they go on, and it takes no new one", async () => {
    const { id, customerId } = await addContract(tenant, { planId: plan.id });
    expect((await call("DELETE", `/v1/plans/${plan.id}`)).status).toBe(200);
    expect((await call("GET", `/v1/contracts/${id}`)).json).toMatchObject({ data: { isActive: true } });
    await expectUnchanged(() =>
      call("POST", "/v1/contracts", { planId: plan.id, customerId, startDate: dayOf(new Date()) }),
    );
  });
});
