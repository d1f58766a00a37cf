import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { cursorWithoutOffset, pagingParameters } from "@/lib/api/schemas/paging";

const query = z.strictObject(pagingParameters(10)).refine(cursorWithoutOffset.check, cursorWithoutOffset.fault);
const accepts = (given: Record<string, string>) => query.safeParse(given).success;

for (const [parameter, value, accepted] of [
  ["limit", "0", false],
  ["limit", "1", true],
  ["limit", "99", true],
  ["limit", "100", true],
  ["limit", "101", false],
  ["offset", "-1", false],
  ["offset", "0", true],
  ["offset", "9999", true],
  ["offset", "10000", true],
  ["offset", "10001", false],
] as const) {
  test(`${parameter}=${value} is ${accepted ? "accepted" : "refused"}`, () => {
    expect(accepts({ [parameter]: value })).toBe(accepted);
  });
}

test("without a limit the default counts", () => {
  expect(query.parse({})).toEqual({ limit: 10 });
});

test("only plain digits are a whole number", () => {
  for (const limit of ["", " 5", "5 ", "05", "+5", "5.0", "1e1", "0x5", "٥", "NaN", "99999999999"]) {
    expect(accepts({ limit })).toBe(false);
  }
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), (limit) => {
      expect(query.parse({ limit: String(limit) }).limit).toBe(limit);
    }),
  );
});

test("a cursor and an offset exclude each other", () => {
  expect(accepts({ cursor: "abc" })).toBe(true);
  expect(accepts({ cursor: "abc", offset: "0" })).toBe(false);
});
