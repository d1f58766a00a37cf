import { expect, test } from "vitest";
import { AGGREGATION_TYPES, faultsOfAggregation, faultsOfPropertyFilter } from "@/lib/domain/meter";

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
