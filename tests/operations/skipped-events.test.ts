// Reading a range of time skips what lies outside of it. What was skipped must not hide that an event has moved.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Tenant } from "@/lib/domain/environment";
import type { UsageQuery } from "@/lib/domain/usage-query";
import { closeStores } from "@/lib/store/connections";
import { listStoredEvents } from "@/lib/store/stored-events";
import { storedUsage } from "@/lib/store/usage";
import { findUsageFacets } from "@/lib/store/usage-facets";
import { testEnv } from "../support/api";
import { createTestDatabases, type TestStores } from "../support/databases";
import { addOrganization, tenantOf } from "../support/people";
import { acceptedBatch, storeBatches } from "../support/sent-usage";
import { openStores } from "../support/stores";

const EVENTS = 40_000;
const DAY_MS = 86_400_000;
const FIRST_MS = Date.parse("2026-02-01T00:00:00Z");

let databases: TestStores;
let tenant: Tenant;

const eventText = (key: number, atMs: number, property = "units") =>
  `{"eventName":"api_call","externalCustomerId":"cust_1","idempotencyKey":"row_${String(key).padStart(6, "0")}","timestamp":"${new Date(atMs).toISOString()}","properties":{"${property}":1}}`;

/** Two days, so many events in one part; a granule of it is 8,192 rows. */
const instantOf = (key: number) => FIRST_MS + Math.floor((key * 2 * DAY_MS) / EVENTS);

beforeAll(async () => {
  databases = await createTestDatabases();
  openStores(testEnv(databases));
  tenant = tenantOf("production", await addOrganization("Acme"));
  const events = Array.from({ length: EVENTS }, (_, key) =>
    eventText(key, instantOf(key), key < EVENTS / 2 ? "units" : "later"),
  );
  await storeBatches(tenant, [acceptedBatch(tenant, events)]);
});
afterAll(async () => {
  await closeStores();
  await databases.drop();
});

const eventsOfDay = async (day: number, offsetMs = 0) => {
  const start = new Date(FIRST_MS + day * DAY_MS);
  const range = { start, end: new Date(start.getTime() + DAY_MS + offsetMs) };
  const query: UsageQuery = {
    meter: null,
    eventName: null,
    subject: { kind: "everyone" },
    range,
    window: "DAY",
    groupBy: [],
  };
  const { total } = await storedUsage.breakdown(tenant, query);
  const { total: listed } = await listStoredEvents(tenant, range, { limit: 1 });
  expect(listed).toBe(total.count);
  return total.count;
};

test("an event that moves to another day leaves its old one, whether the range is of whole hours or not", async () => {
  const half = EVENTS / 2;
  expect([await eventsOfDay(0), await eventsOfDay(1), await eventsOfDay(9)]).toEqual([half, half, 0]);
  // Parts of their own, whose only instant lies outside the first day: their versions count there all the same.
  await storeBatches(tenant, [acceptedBatch(tenant, [eventText(10_000, FIRST_MS + 9 * DAY_MS)])]);
  await storeBatches(tenant, [acceptedBatch(tenant, [eventText(0, FIRST_MS + 9 * DAY_MS + 1)])]);
  await storeBatches(tenant, [acceptedBatch(tenant, [eventText(EVENTS - 1, FIRST_MS + 1)])]);
  expect([await eventsOfDay(0), await eventsOfDay(1), await eventsOfDay(9)]).toEqual([half - 1, half - 1, 2]);
  expect([await eventsOfDay(0, -1), await eventsOfDay(1, -1), await eventsOfDay(9, -1)]).toEqual([
    half - 1,
    half - 1,
    2,
  ]);
});

test("names of properties come from the whole of the store, also when only a part of it is looked at", async () => {
  expect((await findUsageFacets(tenant, EVENTS / 2)).propertyNames.toSorted()).toEqual(["later", "units"]);
});

test("pages list every event once and in order, whether the last hour fills them or not", async () => {
  const own = tenantOf("production", await addOrganization("Globex"));
  const nowMs = Date.now();
  const minutes = [...Array(40).keys()].map((place) => 30 - place * (place < 20 ? 4 : 600));
  const texts = minutes.map((minute, key) => eventText(key, nowMs + minute * 60_000));
  await storeBatches(own, [acceptedBatch(own, texts.toReversed())]);
  const listed: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listStoredEvents(own, {}, { limit: 7, cursor });
    listed.push(...page.items.map(({ idempotencyKey }) => idempotencyKey));
    expect(page.total).toBe(texts.length);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(listed).toEqual(minutes.map((_, key) => `row_${String(key).padStart(6, "0")}`));
});
