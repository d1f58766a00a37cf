import fc from "fast-check";
import { expect, test } from "vitest";
import { countingEvent } from "@/lib/domain/counting-event";
import type { Meter } from "@/lib/domain/meter";
import { matchesName, propertyMatcher } from "@/lib/domain/metering";
import { PropertyValue, WrittenNumber } from "@/lib/domain/property-value";
import type { EventProperties } from "@/lib/domain/usage-event";
import { meterOf, meters, usageEvents } from "../support/usage-events";

for (const [rule, event] of [
  [{}, { eventName: "usage", properties: [["units", 1]] }],
  [{ aggregationType: "COUNT" }, { eventName: "usage", properties: [] }],
  [
    { aggregationType: "UNIQUE", aggregationKey: "user" },
    { eventName: "usage", properties: [["user", "example"]] },
  ],
  [
    {
      eventTypeFilter: { include: ["api_call"], exclude: [] },
      propertyFilters: [{ name: "region", include: ["eu", "us"] }],
      groupKeys: ["model"],
    },
    {
      eventName: "api_call",
      properties: [
        ["units", 1],
        ["model", "example"],
        ["region", "eu"],
      ],
    },
  ],
  [
    {
      eventTypeFilter: { include: [], exclude: ["usage"] },
      propertyFilters: [
        { name: "units", exclude: [1] },
        { name: "region", exclude: ["eu"] },
        { name: "trial", exists: false },
        { name: "paid", exists: true },
      ],
    },
    {
      eventName: "usage_2",
      properties: [
        ["units", 2],
        ["paid", "example"],
      ],
    },
  ],
] as const satisfies readonly (readonly [Partial<Meter>, unknown])[]) {
  test(`an event that counts for ${JSON.stringify(rule)}`, () => {
    expect(countingEvent(meterOf(rule))).toEqual(event);
  });
}

for (const [why, rule] of [
  ["every name it takes is left out", { eventTypeFilter: { include: ["a"], exclude: ["a"] } }],
  [
    "a property must be there and not",
    { propertyFilters: ["yes", "no"].map((x) => ({ name: "x", exists: x === "yes" })) },
  ],
  ["what is summed must be a word", { propertyFilters: [{ name: "units", include: ["many"] }] }],
  ["what is summed must be absent", { propertyFilters: [{ name: "units", exists: false }] }],
] satisfies (readonly [string, Partial<Meter>])[]) {
  test(`no event counts when ${why}`, () => {
    expect(countingEvent(meterOf(rule))).toBeNull();
  });
}

const leavesValue = (meter: Meter, eventName: string, properties: EventProperties): boolean => {
  if (!matchesName(meter.eventTypeFilter, eventName) || !propertyMatcher(meter.propertyFilters)(properties))
    return false;
  if (meter.aggregationType === "COUNT") return true;
  const property = properties.get(meter.aggregationKey ?? "");
  return meter.aggregationType === "UNIQUE" ? property !== undefined : typeof property?.numeric === "bigint";
};

test("whatever the rules of a meter, its event counts, and without one no event does", () => {
  fc.assert(
    fc.property(meters, fc.array(usageEvents), (meter, others) => {
      const event = countingEvent(meter);
      if (event === null) {
        for (const { eventName, properties } of others) expect(leavesValue(meter, eventName, properties)).toBe(false);
        return;
      }
      const properties = event.properties.map(([name, value]) => {
        const written = typeof value === "number" ? new WrittenNumber(String(value)) : value;
        return [name, new PropertyValue(written)] as const;
      });
      expect(leavesValue(meter, event.eventName, new Map(properties))).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});
