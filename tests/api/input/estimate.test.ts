// What an estimate refuses, and where it says the fault is.
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../../support/api";
import type { Sent } from "../../support/calls";
import * as people from "../../support/people";

let world: World;
let secret: string;

beforeAll(async () => {
  world = await openWorld();
  const acme = await people.addOrganization("Acme");
  ({ secret } = await people.mint(world.env, people.tenantOf("production", acme)));
});
afterAll(() => world.close());

const call = (sent: Sent) => world.api.production.call("POST", "/v1/pricing/estimate", { secret, ...sent });
const estimate = (body: unknown) => call({ body });
const raw = (text: string) => call({ raw: text, headers: { "content-type": "application/json" } });
const event = (units: unknown, fields: object = {}) => ({ eventName: "api_call", properties: { units }, ...fields });

test.each([
  [{}, ["events is required"]],
  [{ events: [] }, ["events must have at least one event"]],
  [{ events: [{}] }, ["events[0].eventName is required"]],
  [{ events: [{ eventName: "" }] }, ["events[0].eventName must have 1 to 128 characters"]],
  [{ events: [{ eventName: "a".repeat(129) }] }, ["events[0].eventName must have 1 to 128 characters"]],
  [{ events: [{ eventName: "a\nb" }] }, ["events[0].eventName must not contain control characters"]],
  [{ events: [{ eventName: "a", colour: 1 }] }, ["events[0].colour is not a known field"]],
  [{ events: [event(null)] }, ["events[0].properties.units must be a string, a number or a boolean"]],
  [{ events: [event([])] }, ["events[0].properties.units must be a string, a number or a boolean"]],
  [{ events: [event({})] }, ["events[0].properties.units must be a string, a number or a boolean"]],
  [{ events: [event("a".repeat(1_025))] }, ["events[0].properties.units must have at most 1024 characters"]],
  [{ events: [event("\u0000")] }, ["events[0].properties.units must not contain U+0000"]],
  [{ events: [{ eventName: "a", properties: [] }] }, ["events[0].properties must be an object"]],
  [{ events: [{ eventName: "a", properties: null }] }, ["events[0].properties must be an object"]],
  [
    { events: [{ eventName: "a", properties: { "": 1 } }] },
    ["events[0].properties. must have a name of 1 to 64 characters"],
  ],
  [
    {
      events: [
        { eventName: "a", properties: Object.fromEntries(Array.from({ length: 51 }, (_, at) => [`p${at}`, 1])) },
      ],
    },
    ["events[0].properties must have at most 50 properties"],
  ],
  [
    { events: [{ eventName: "a", idempotencyKey: "k".repeat(257) }] },
    ["events[0].idempotencyKey must have 1 to 256 characters"],
  ],
  [{ events: [event(1)], creditRateCents: 0 }, ["creditRateCents must be at least 1"]],
  [{ events: [event(1)], creditRateCents: 1.5 }, ["creditRateCents must be a whole number"]],
  [{ events: [event(1)], creditRateCents: "1" }, ["creditRateCents must be a number"]],
  [
    { events: [event(null), event(1), { eventName: 1 }], creditRateCents: -1 },
    [
      "events[0].properties.units must be a string, a number or a boolean",
      "events[2].eventName must be a string",
      "creditRateCents must be at least 1",
    ],
  ],
])("%j is refused with every fault in its place", async (body, messages) => {
  const { status, error } = await estimate(body);
  expect({ status, messages: error?.details?.map(({ message }) => message) }).toEqual({ status: 400, messages });
});

test.each([
  [3_700_000, "must not be more than 1 hour in the future"],
  [-400 * 86_400_000 - 60_000, "must not be older than 400 days"],
])("an event %i ms from now is refused by its index", async (ms, fault) => {
  const timestamp = new Date(Date.now() + ms).toISOString();
  const { status, error } = await estimate({ events: [event(1), event(1, { timestamp })] });
  const message = `events[1].timestamp ${fault}`;
  expect({ status, error }).toMatchObject({
    status: 400,
    error: { message, details: [{ path: "events[1].timestamp", message }] },
  });
});

test.each(["1e400", "-1e400"])("%s is no finite number", async (literal) => {
  const { error } = await raw(`{"events":[{"eventName":"a","properties":{"units":${literal}}}]}`);
  expect(error?.message).toBe("events[0].properties.units must be a finite number");
});
