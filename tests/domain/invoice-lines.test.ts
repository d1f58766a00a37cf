import { expect, test } from "vitest";
import { decimal, decimalText } from "@/lib/domain/decimal";
import type { InvoiceLine } from "@/lib/domain/invoice";
import {
  adjustmentLines,
  type BillableItem,
  chargeLines,
  creditLine,
  lineIds,
  payableLines,
  withoutNegativeTotal,
} from "@/lib/domain/invoice-lines";
import { periodAt } from "@/lib/domain/period";
import { priceOf, THREE_TIERS } from "../support/prices";
import { contractOf, flat, metered, newId, oneTime, shownLines } from "./sample-billing";

const ids = lineIds([], newId);

type Circumstances = { index?: number; endDate?: string; used?: string };

function charges(items: readonly BillableItem[], { index = 0, endDate, used = "0" }: Circumstances = {}) {
  const period = periodAt(contractOf({ endDate: endDate ?? null }), index);
  if (!period) throw new Error(`No period ${index}`);
  return chargeLines(items, period, "USD", () => decimal(used), ids);
}

test("lines stand in the order of the plan's items, a flat fee behind its metered line", () => {
  const items = [metered("a", "0.5", "7"), flat("b", "2.5", 3), oneTime("c", "100")];
  expect(shownLines(charges(items, { used: "4" }))).toEqual([
    ["charge", "Price a", 200n],
    ["charge", "Price a (flat fee)", 700n],
    ["charge", "Price b", 750n],
    ["charge", "Price c", 10_000n],
  ]);
  expect(charges(items).map(({ isMetered }) => isMetered)).toEqual([true, false, false, false]);
});

test("one-time items stand on the first invoice only", () => {
  expect(shownLines(charges([flat("a", "1"), oneTime("b", "5")], { index: 1 }))).toEqual([["charge", "Price a", 100n]]);
});

test("a shortened last period prorates fixed lines and leaves metered and one-time lines alone", () => {
  const items = [flat("a", "31"), metered("b", "1", "62"), oneTime("c", "9")];
  expect(shownLines(charges(items, { endDate: "2026-01-11", used: "3" }))).toEqual([
    ["charge", "Price a", 1_000n],
    ["charge", "Price b", 300n],
    ["charge", "Price b (flat fee)", 2_000n],
    ["charge", "Price c", 900n],
  ]);
});

test("a tiered line tells what each tier came to", () => {
  const [line] = charges([metered("a", priceOf({ kind: "graduated", tiers: THREE_TIERS }))], { used: "1000" });
  expect(line?.totalAmountCents).toBe(8_700n);
  expect(line?.tiers?.map(({ quantity, amount }) => [decimalText(quantity), decimalText(amount)])).toEqual([
    ["100", "10"],
    ["900", "77"],
  ]);
});

const january = { start: "2026-01-01", end: "2026-02-01" };
const billed = (lineId: string, billedCents: bigint) => ({
  lineId,
  priceId: "a",
  name: "API calls",
  servicePeriod: january,
  billedCents,
});

test("an adjustment is the difference between what the usage comes to now and what was billed; no difference, no line", () => {
  const adjust = (units: string, billedCents: bigint) =>
    adjustmentLines([billed("line", billedCents)], [metered("a", "0.015")], "USD", () => decimal(units), ids);
  const [line] = adjust("335", 500n);
  expect(line).toMatchObject({
    kind: "adjustment",
    name: "Adjustment: API calls",
    isMetered: true,
    servicePeriod: january,
    relatedLineId: "line",
    totalAmountCents: 3n,
    unitPriceCents: 3n,
    tiers: null,
  });
  expect(line && [line.quantity, line.unitPrice, line.totalAmount].map(decimalText)).toEqual(["1", "0.03", "0.03"]);
  expect(adjust("333", 500n)).toEqual([]);
  expect(adjust("0", 500n)[0]?.totalAmountCents).toBe(-500n);
});

function adjusted(...cents: bigint[]): InvoiceLine[] {
  return cents.flatMap((delta, at) =>
    adjustmentLines([billed(`line ${at}`, -delta)], [metered("a", "1")], "USD", () => decimal(0), ids),
  );
}

test("negative adjustments are cut from the last one on until the total is 0, and vanish when nothing is left of them", () => {
  const [charge] = charges([flat("a", "5")]);
  if (!charge) throw new Error("One charge was made");
  const after = (...cents: bigint[]) =>
    withoutNegativeTotal([charge, ...adjusted(...cents)], "USD").map(({ totalAmountCents }) => totalAmountCents);
  expect(after(-200n, -300n)).toEqual([500n, -200n, -300n]);
  expect(after(-200n, -301n)).toEqual([500n, -200n, -300n]);
  expect(after(-200n, -400n, -100n)).toEqual([500n, -200n, -300n]);
  expect(after(-600n, 50n, -400n)).toEqual([500n, -550n, 50n]);
  const [, cut] = withoutNegativeTotal([charge, ...adjusted(-600n)], "USD");
  expect(cut && [cut.unitPrice, cut.totalAmount].map(decimalText)).toEqual(["-5", "-5"]);
});

test("credits pay metered charges and positive adjustments, and nothing else", () => {
  const lines = [...charges([metered("a", "1", "2"), flat("b", "3")], { used: "4" }), ...adjusted(-5n, 6n)];
  expect(payableLines(lines).map(({ id }) => id)).toEqual([lines[0]?.id, lines[4]?.id]);
});

test("a line paid by credits gets one line with what they paid, below 0", () => {
  const [paid] = charges([metered("a", "1")], { used: "4" });
  if (!paid) throw new Error("One charge was made");
  expect(creditLine(paid, 250n, "USD", ids)).toMatchObject({
    kind: "credit",
    name: "Credits applied: Price a",
    isMetered: false,
    relatedLineId: paid.id,
    servicePeriod: paid.servicePeriod,
    totalAmountCents: -250n,
  });
});

test("a line that is computed again keeps its id", () => {
  const items = [metered("a", "1", "2"), flat("b", "3")];
  const before = charges(items, { used: "4" });
  const period = periodAt(contractOf(), 0);
  const again = period && chargeLines(items, period, "USD", () => decimal(9), lineIds(before, newId));
  expect(again?.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
});
