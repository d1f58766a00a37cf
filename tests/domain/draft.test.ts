import { expect, test } from "vitest";
import { decimal } from "@/lib/domain/decimal";
import { computedDraft, totalsOf } from "@/lib/domain/draft";
import { periodAt } from "@/lib/domain/period";
import { Books, contractOf, flat, metered, newId, shownLines } from "./sample-billing";
import { blockOf } from "./sample-credit";

const period = periodAt(contractOf(), 0);
if (!period) throw new Error("The contract has a first period");
const items = [flat("fixed", "5"), metered("a", "1"), metered("b", "1")];
const NOON = new Date("2026-01-20T12:00:00.000Z");

function emptyDraft() {
  const books = new Books(contractOf(), []);
  books.bill("2026-01-01T08:00:00.000Z");
  return books.at(0);
}
const basisOf = (used: Record<string, number>, cents = 0n) => ({
  period,
  items,
  billedLines: [],
  blocks: [blockOf({ amountCents: cents })],
  usageOf: (meterId: string) => decimal(used[meterId] ?? 0),
});

test("credits pay what is metered in the order of the lines, partly where they run out", () => {
  const { invoice, uses } = computedDraft(emptyDraft(), basisOf({ "meter a": 3, "meter b": 4 }, 500n), newId, NOON);
  expect(shownLines(invoice.lines)).toEqual([
    ["charge", "Price fixed", 500n],
    ["charge", "Price a", 300n],
    ["charge", "Price b", 400n],
    ["credit", "Credits applied: Price a", -300n],
    ["credit", "Credits applied: Price b", -200n],
  ]);
  expect([invoice.totalCents, invoice.creditsAppliedCents]).toEqual([700n, 500n]);
  expect(uses.map(({ lineId, amountCents }) => [lineId, amountCents])).toEqual([
    [invoice.lines[1]?.id, 300n],
    [invoice.lines[2]?.id, 200n],
  ]);
});

test("a line that several blocks pay gets one credit line", () => {
  const basis = basisOf({ "meter a": 3 });
  const blocks = [blockOf({ id: "one", amountCents: 100n }), blockOf({ id: "two", amountCents: 100n })];
  const { invoice, uses } = computedDraft(emptyDraft(), { ...basis, blocks }, newId, NOON);
  expect(uses).toHaveLength(2);
  expect(shownLines(invoice.lines).at(-1)).toEqual(["credit", "Credits applied: Price a", -200n]);
});

test("computed again from the same, a draft is the same object; from other usage it is another, with the same lines' ids", () => {
  const first = computedDraft(emptyDraft(), basisOf({ "meter a": 3 }, 100n), newId, NOON).invoice;
  expect(computedDraft(first, basisOf({ "meter a": 3 }, 100n), newId, new Date()).invoice).toBe(first);
  const other = computedDraft(first, basisOf({ "meter a": 4 }, 100n), newId, NOON).invoice;
  expect(other.lines.map(({ id }) => id)).toEqual(first.lines.map(({ id }) => id));
  expect(other.totalCents - first.totalCents).toBe(100n);
});

test("a period counts usage from its first instant on, not before", () => {
  const at = (now: string) =>
    computedDraft(emptyDraft(), basisOf({ "meter a": 3 }), newId, new Date(now)).invoice.totalCents;
  expect([at("2025-12-31T23:59:59.999Z"), at("2026-01-01T00:00:00.000Z")]).toEqual([500n, 800n]);
});

test("an invoice's credits are the sum of its credit lines as a positive number", () => {
  expect(totalsOf([])).toEqual({ totalCents: 0n, creditsAppliedCents: 0n });
});
