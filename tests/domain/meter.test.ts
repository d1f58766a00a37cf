import { expect, test } from "vitest";
import {
  AGGREGATION_TYPES,
  faultsOfAggregation,
  faultsOfPropertyFilter,
  filterValueOf,
  isFilterValue,
} from "@/lib/domain/meter";
import { canonicalText, WrittenNumber } from "@/lib/domain/property-value";

for (const type of AGGREGATION_TYPES) {
  const needsKey = type !== "COUNT";
  test(`${type} is accepted ${needsKey ? "with" : "without"} a property to aggregate and refused otherwise`, () => {
    expect(faultsOfAggregation(type, needsKey)).toEqual([]);
    expect(faultsOfAggregation(type, !needsKey)).toEqual([
      {
        path: ["aggregationKey"],
        message: needsKey ? `is required with aggregationType ${type}` : "is not allowed with aggregationType COUNT",
      },
    ]);
  });
}

test("an unknown aggregation type has one fault of its own and none here", () => {
  for (const type of ["count", undefined, null, 3]) expect(faultsOfAggregation(type, true)).toEqual([]);
});

test("a property filter has exactly one condition", () => {
  for (const one of [{ exists: false }, { include: [] }, { exclude: ["a"] }])
    expect(faultsOfPropertyFilter({ name: "region", ...one })).toEqual([]);
  for (const other of [{}, { exists: true, include: ["a"] }, { exists: true, include: [], exclude: [] }])
    expect(faultsOfPropertyFilter({ name: "region", ...other })).toHaveLength(1);
});

test("a filter value is a text, a finite number or a boolean", () => {
  for (const value of ["", "x".repeat(1024), 0, -1.5, true, new WrittenNumber("1".repeat(64))])
    expect(isFilterValue(value)).toBe(true);
  for (const value of ["x".repeat(1025), "\u0000", null, undefined, [], {}, Number.NaN, new WrittenNumber("1e400")])
    expect(isFilterValue(value)).toBe(false);
  expect(isFilterValue(new WrittenNumber("1".repeat(65)))).toBe(false);
});

test("a long number is kept so that it equals what was written, as a number where a double can", () => {
  for (const [written, kept] of [
    ["9007199254740992", 9007199254740992],
    ["1.000000000000000000", 1],
    ["9007199254740993", "9007199254740993"],
    ["-0.12345678901234567890", "-0.1234567890123456789"],
  ] as const) {
    expect(filterValueOf(new WrittenNumber(written))).toBe(kept);
    expect(canonicalText(kept)).toBe(canonicalText(new WrittenNumber(written)));
  }
});
