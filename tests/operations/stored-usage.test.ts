// Usage read from the event store, held against the rules of the domain over the same events in memory.
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { InstantRange } from "@/lib/domain/billable-usage";
import { type Decimal, decimalText } from "@/lib/domain/decimal";
import type { Tenant } from "@/lib/domain/environment";
import type { Meter } from "@/lib/domain/meter";
import { meterValue } from "@/lib/domain/metering";
import { WrittenNumber } from "@/lib/domain/property-value";
import { fromTrillionths } from "@/lib/domain/trillionths";
import type { UsageEvent } from "@/lib/domain/usage-event";
import { type UsageQuery, windowStart } from "@/lib/domain/usage-query";
import { closeStores } from "@/lib/store/connections";
import { listStoredEvents } from "@/lib/store/stored-events";
import { storedUsage } from "@/lib/store/usage";
import { testEnv } from "../support/api";
import { at } from "../support/billing";
import { createTestDatabases, type TestStores } from "../support/databases";
import { addCustomer, addOrganization, tenantOf } from "../support/people";
import { acceptedBatch, storeBatches } from "../support/sent-usage";
import { openStores } from "../support/stores";
import { meterOf, meters, usageEvent, usageEvents } from "../support/usage-events";

const FEBRUARY = { start: at("2026-02-01T00:00:00Z"), end: at("2026-03-01T00:00:00Z") };

let databases: TestStores;
let tenant: Tenant;

beforeAll(async () => {
  databases = await createTestDatabases();
  openStores(testEnv(databases));
});
beforeEach(async () => {
  tenant = tenantOf("production", await addOrganization("Acme"));
});
afterAll(async () => {
  await closeStores();
  await databases.drop();
});

type Named = { readonly customerId?: string; readonly externalCustomerId?: string; readonly contractId?: string };

/** JSON as a client writes it; numbers keep every digit. */
function jsonOf(event: UsageEvent, who: Named, idempotencyKey: string): string {
  const properties = [...event.properties].map(([name, { written }]) => {
    const value = written instanceof WrittenNumber ? written.text : JSON.stringify(written);
    return `${JSON.stringify(name)}:${value}`;
  });
  const rest = JSON.stringify({ eventName: event.eventName, ...who, idempotencyKey, timestamp: event.timestamp });
  return `${rest.slice(0, -1)},"properties":{${properties.join(",")}}}`;
}

const textOf = (value: Decimal) => decimalText(value);
const expected = (meter: Meter, events: readonly UsageEvent[]) => textOf(fromTrillionths(meterValue(meter, events)));

const questionOf = (meter: Meter, customerId: string, range: InstantRange = FEBRUARY) => ({
  meter,
  customerId,
  contractId: "00000000-0000-4000-8000-000000000000",
  period: range,
  unnamedIn: [range],
});

const valuesOf = async (asked: readonly Meter[], customerId: string) =>
  (
    await storedUsage.meterValues(
      tenant,
      asked.map((meter) => questionOf(meter, customerId)),
    )
  ).map(textOf);

const withIds = (given: readonly Meter[]) => given.map((meter) => ({ ...meter, id: randomUUID() }));

const queryOf = (fields: Partial<UsageQuery>): UsageQuery => ({
  meter: null,
  eventName: null,
  subject: { kind: "everyone" },
  range: FEBRUARY,
  window: "DAY",
  groupBy: [],
  ...fields,
});

test("every meter comes to what the rules make of the same events, for billing, at list price and by window", {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(usageEvents, { maxLength: 30 }),
      fc.array(meters, { minLength: 6, maxLength: 6 }).map(withIds),
      fc.constantFrom("HOUR" as const, "DAY" as const, "MONTH" as const),
      async (events, asked, window) => {
        const customerId = randomUUID();
        const sent = events.map((event, place) => jsonOf(event, { customerId }, `${customerId} ${place}`));
        if (sent.length > 0) await storeBatches(tenant, [acceptedBatch(tenant, sent)]);
        const values = asked.map((meter) => expected(meter, events));
        const [meter] = asked;
        if (!meter) return;
        const query = queryOf({ meter, subject: { kind: "customer", customerId }, window });
        const [billed, atList, { total, rows }] = await Promise.all([
          valuesOf(asked, customerId),
          storedUsage.customerValues(tenant, customerId, FEBRUARY, asked),
          storedUsage.breakdown(tenant, query),
        ]);
        expect(billed).toEqual(values);
        expect(atList.map(textOf)).toEqual(values);
        expect(textOf(total.value)).toBe(values[0]);
        for (const row of rows) {
          const inWindow = events.filter(
            ({ timestamp }) => windowStart(timestamp, window).getTime() === row.windowStart.getTime(),
          );
          expect(textOf(row.value)).toBe(expected(meter, inWindow));
        }
      },
    ),
    { numRuns: 25 },
  );
});

describe("of an event that is sent again", () => {
  const sum = meterOf({ aggregationType: "SUM" });
  const one = usageEvent("api_call", { units: "1" });
  const two = usageEvent("api_call", { units: "20" }, 86_400_000);

  test("the last version counts, with its customer and its instant, in whatever order the batches are stored", async () => {
    const [before, after] = [randomUUID(), randomUUID()];
    const first = acceptedBatch(tenant, [jsonOf(one, { customerId: before }, "moved")]);
    const second = acceptedBatch(tenant, [jsonOf(two, { customerId: after }, "moved")]);
    await storeBatches(tenant, [second]);
    await storeBatches(tenant, [first]);
    expect(await valuesOf([sum], before)).toEqual(["0"]);
    expect(await valuesOf([sum], after)).toEqual(["20"]);
    const { items, total } = await listStoredEvents(tenant, { idempotencyKey: "moved" }, { limit: 10 });
    expect([total, items[0]?.timestamp, items[0]?.requestId]).toEqual([1, two.timestamp, second.requestId]);
  });

  test("in one body the last counts", async () => {
    const customerId = randomUUID();
    const batch = acceptedBatch(tenant, [jsonOf(two, { customerId }, "twice"), jsonOf(one, { customerId }, "twice")]);
    await storeBatches(tenant, [batch]);
    expect(await valuesOf([sum], customerId)).toEqual(["1"]);
  });

  test("the same batch stored again changes nothing, also without a key", async () => {
    const customerId = randomUUID();
    const keyless = `{"eventName":"api_call","customerId":"${customerId}","timestamp":"2026-02-03T00:00:00Z","properties":{"units":3}}`;
    const batch = acceptedBatch(tenant, [keyless, keyless]);
    for (let times = 0; times < 3; times++) await storeBatches(tenant, [batch]);
    expect(await valuesOf([sum], customerId)).toEqual(["6"]);
  });

  test("versions of one key in two organizations are two events", async () => {
    const other = tenantOf("production", await addOrganization("Umbrella"));
    const customerId = randomUUID();
    await storeBatches(tenant, [acceptedBatch(tenant, [jsonOf(one, { customerId }, "shared")])]);
    await storeBatches(other, [acceptedBatch(other, [jsonOf(two, { customerId }, "shared")])]);
    expect(await valuesOf([sum], customerId)).toEqual(["1"]);
  });
});

describe("the events of a customer", () => {
  const sum = meterOf({ aggregationType: "SUM" });
  const send = (who: Named, units: string) =>
    storeBatches(tenant, [acceptedBatch(tenant, [jsonOf(usageEvent("api_call", { units }), who, randomUUID())])]);

  test("count from before it was created, under every external id that it has or had", async () => {
    await send({ externalCustomerId: "cust_42" }, "1");
    const { id } = await addCustomer(tenant, "Globex", "cust_42");
    await send({ customerId: id }, "10");
    expect(await valuesOf([sum], id)).toEqual(["11"]);
    const byName = queryOf({ meter: sum, subject: { kind: "external-customer", externalCustomerId: "cust_42" } });
    expect(textOf((await storedUsage.breakdown(tenant, byName)).total.value)).toBe("11");
  });

  test("of an id that nobody has are matched as they were sent", async () => {
    await send({ externalCustomerId: "nobody" }, "4");
    const query = queryOf({ meter: sum, subject: { kind: "external-customer", externalCustomerId: "nobody" } });
    expect(textOf((await storedUsage.breakdown(tenant, query)).total.value)).toBe("4");
  });

  test("stand together by @customer, whichever id they came with", async () => {
    const { id } = await addCustomer(tenant, "Globex", "cust_42");
    await send({ externalCustomerId: "cust_42" }, "1");
    await send({ customerId: id }, "10");
    await send({ externalCustomerId: "nobody" }, "100");
    const { rows } = await storedUsage.breakdown(tenant, queryOf({ meter: sum, groupBy: ["@customer", "@eventName"] }));
    expect(rows.map(({ group, value }) => [...group, textOf(value)]).sort()).toEqual(
      [
        [id, "api_call", "11"],
        ["nobody", "api_call", "100"],
      ].sort(),
    );
  });
});

describe("a contract has", () => {
  const sum = meterOf({ aggregationType: "SUM" });

  test("what names it in its period, and what names none in the ranges that are its own", async () => {
    const [customerId, contractId, elsewhere] = [randomUUID(), randomUUID(), randomUUID()];
    const send = (units: string, afterNoonMs: number, contract?: string) =>
      jsonOf(
        usageEvent("api_call", { units }, afterNoonMs),
        { customerId, ...(contract && { contractId: contract }) },
        randomUUID(),
      );
    const noon = at("2026-02-27T12:00:00.000Z");
    const later = new Date(noon.getTime() + 1_000);
    await storeBatches(tenant, [
      acceptedBatch(tenant, [
        send("1", 0),
        send("10", 999),
        send("100", 1_000),
        send("1000", 2_000, contractId),
        send("10000", 0, elsewhere),
      ]),
    ]);
    const question = { meter: sum, customerId, contractId, period: FEBRUARY, unnamedIn: [{ start: noon, end: later }] };
    const other = { ...question, contractId: elsewhere, unnamedIn: [] };
    const values = await storedUsage.meterValues(tenant, [question, other]);
    expect(values.map(textOf)).toEqual(["1011", "10000"]);
  });
});

test("a breakdown of more than 10 000 rows is refused", async () => {
  const customerId = randomUUID();
  const events = Array.from({ length: 10_001 }, (_, place) =>
    jsonOf(usageEvent("api_call", { region: `r${place}` }), { customerId }, `${customerId} ${place}`),
  );
  await storeBatches(tenant, [acceptedBatch(tenant, events)]);
  const query = queryOf({ subject: { kind: "customer", customerId }, groupBy: ["region"] });
  await expect(storedUsage.breakdown(tenant, query)).rejects.toThrow("Narrow the range, the window or the grouping");
  const narrower = { ...query, groupBy: [] };
  expect((await storedUsage.breakdown(tenant, narrower)).total.count).toBe(10_001);
});
