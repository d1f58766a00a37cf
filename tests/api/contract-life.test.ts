import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { contractAnswer, contractCancellationAnswer } from "@/lib/api/schemas/contracts";
import { addDays, addMonths } from "@/lib/domain/day";
import { beforeEachContractTenant, type ContractTenant, contractCalls, TODAY } from "../support/contract-calls";
import { addContract, addSeatPlan } from "../support/contracts";
import * as people from "../support/people";
import { everythingIn } from "../support/rows";

let its: ContractTenant;
beforeEachContractTenant((given) => {
  its = given;
});

const { call, created, read, list, patch, cancel, audited } = contractCalls(() => its);

describe("listing", () => {
  test("finds by customer, by the customer's own id, by plan and by whether it runs", async () => {
    const other = await people.addCustomer(its.tenant, "Initech", "crm-2");
    const ofOther = await created({ customerId: other.id });
    const ended = await created({ startDate: addDays(TODAY, -31), endDate: TODAY });
    const lastDay = await created({ startDate: addDays(TODAY, -31), endDate: addDays(TODAY, 1) });
    const cancelledOne = await created({ planId: (await addSeatPlan(its.tenant)).id });
    await cancel(cancelledOne.id);
    const found = async (parameters: string) => {
      const { data, total } = await list(parameters);
      expect(total).toBe(data.length);
      return data.map(({ id }) => id);
    };
    expect(await found("")).toEqual([cancelledOne.id, lastDay.id, ended.id, ofOther.id]);
    expect(await found(`customerId=${other.id}`)).toEqual([ofOther.id]);
    expect(await found("externalCustomerId=crm-2")).toEqual([ofOther.id]);
    expect(await found(`planId=${cancelledOne.planId}`)).toEqual([cancelledOne.id]);
    expect(await found("isActive=true")).toEqual([lastDay.id, ofOther.id]);
    expect(await found("isActive=false")).toEqual([cancelledOne.id, ended.id]);
    expect(await found(`isActive=false&customerId=${its.customerId}&planId=${its.planId}`)).toEqual([ended.id]);
    for (const none of [`customerId=${randomUUID()}`, `planId=${randomUUID()}`, "externalCustomerId=crm"])
      expect(await found(none)).toEqual([]);
  });

  test.each(["customerId=x", "planId=x", "isActive=yes", "isActive=TRUE", "externalCustomerId=", "status=active"])(
    "by %s is refused",
    async (parameters) => {
      const { status, error } = await call("GET", `/v1/contracts?${parameters}`);
      expect({ status, path: error?.details?.[0]?.path }).toEqual({ status: 400, path: parameters.split("=")[0] });
    },
  );

  test("shows 10 unless asked for up to 100, newest first, and a cursor goes through all of them once", async () => {
    const start = Date.now();
    const there: string[] = [];
    for (let at = 0; at < 12; at++)
      there.unshift(
        (await addContract(its.tenant, { customerId: its.customerId, planId: its.planId }, new Date(start + (at % 4))))
          .id,
      );
    expect((await list()).data).toHaveLength(10);
    expect((await list("limit=100")).data).toHaveLength(12);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await list(`limit=5&isActive=true${cursor === null ? "" : `&cursor=${cursor}`}`);
      seen.push(...page.data.map(({ id }) => id));
      cursor = page.nextCursor;
      await addContract(its.tenant, { customerId: its.customerId, planId: its.planId }, new Date(start + 10_000));
    } while (cursor !== null);
    expect(seen.filter((id) => there.includes(id)).sort()).toEqual([...there].sort());
    expect(new Set(seen).size).toBe(seen.length);
  });
});

describe("changing", () => {
  test("replaces the metadata, null clears it, and an ended contract's can be changed too", async () => {
    const { id } = await created({ startDate: addDays(TODAY, -31), endDate: TODAY, metadata: { a: "1", b: 2 } });
    const { status, json } = await patch(id, { metadata: { b: true, c: 0.5 } });
    expect(status).toBe(200);
    expect(contractAnswer.parse(json).data.metadata).toEqual({ b: true, c: 0.5 });
    expect((await read(id)).metadata).toEqual({ b: true, c: 0.5 });
    expect(contractAnswer.parse((await patch(id, { metadata: null })).json).data.metadata).toEqual({});
    expect((await audited()).map(({ action }) => action)).toEqual([
      "contract.created",
      "contract.changed",
      "contract.changed",
    ]);
  });

  test("to what it is already writes nothing", async () => {
    const { id } = await created({ metadata: { a: "1" } });
    const before = await everythingIn(its.world.databases.productionUrl);
    expect((await patch(id, { metadata: { a: "1" } })).status).toBe(200);
    expect(await everythingIn(its.world.databases.productionUrl)).toEqual(before);
  });
});

describe("cancelling", () => {
  test("ends the contract with its current period, which is recorded", async () => {
    const { id } = await created({ startDate: addDays(TODAY, -1) });
    const { status, json } = await cancel(id);
    expect(status).toBe(200);
    const end = addMonths(addDays(TODAY, -1), 1);
    const { data } = contractCancellationAnswer.parse(json);
    expect(data).toMatchObject({ id, isActive: false, effectiveCancellationDate: end });
    expect(await read(id)).toMatchObject({
      isActive: false,
      endDate: end,
      effectiveCancellationDate: end,
      cancelledAt: expect.any(String),
      currentPeriod: { end },
    });
    expect((await audited()).at(-1)).toMatchObject({
      action: "contract.cancelled",
      before: { endDate: null },
      after: { endDate: end },
      details: { cancelledInvoiceCount: data.cancelledInvoiceCount },
    });
  });

  test("many times at once happens once, and everybody reads the one result", async () => {
    const { id } = await created();
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => cancel(id)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect((await audited()).filter(({ action }) => action === "contract.cancelled")).toHaveLength(1);
  });

  test("ended by its end date is refused", async () => {
    const { id } = await created({ startDate: addDays(TODAY, -31), endDate: TODAY });
    const { status, error } = await cancel(id);
    expect({ status, message: error?.message }).toEqual({ status: 409, message: "Contract has ended" });
  });

  test("needs to be told when, and knows one answer", async () => {
    const { id } = await created();
    for (const body of [{}, { cancelAt: "now" }, { cancelAt: null }, { cancelAt: "end_of_period", reason: "x" }])
      expect((await call("POST", `/v1/contracts/${id}/cancel`, { body })).status).toBe(400);
    expect((await read(id)).isActive).toBe(true);
  });
});
