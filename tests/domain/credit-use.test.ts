import fc from "fast-check";
import { expect, test, vi } from "vitest";
import type { CreditEntry } from "@/lib/domain/credit";
import { type CreditBlock, inOrderOfUse } from "@/lib/domain/credit-block";
import {
  applyCredits,
  coversPeriodFrom,
  creditsOf,
  expirationEntry,
  reversalEntry,
  usageEntry,
} from "@/lib/domain/credit-use";
import { decimal, decimalText, ZERO } from "@/lib/domain/decimal";
import { anyBlocks, anyLines, blockAfterEntries, blockOf, later, NOW } from "./sample-credit";

const RUNS = { numRuns: 10_000 };
vi.setConfig({ testTimeout: 60_000 });
const shown = (uses: ReturnType<typeof applyCredits>["uses"]) =>
  uses.map(({ grant, lineId, amountCents, creditAmount }) => [
    grant.id,
    lineId,
    amountCents,
    creditAmount && decimalText(creditAmount),
  ]);
const entriesOf = (uses: ReturnType<typeof applyCredits>["uses"], run = ""): CreditEntry[] =>
  uses.map((use, at) => usageEntry(use, "invoice", { id: `entry ${run}${at}`, now: NOW }));
const plain = ({ remainingCents, remainingCredits, expiredCents }: CreditBlock) => ({
  remainingCents,
  remainingCredits: remainingCredits && decimalText(remainingCredits),
  expiredCents,
});

const sumOf = (parts: readonly { readonly amountCents: bigint }[]): bigint =>
  parts.reduce((sum, { amountCents }) => sum + amountCents, 0n);
const isSorted = (ranks: readonly number[]): boolean =>
  ranks.every((rank, at) => at === 0 || (ranks[at - 1] ?? 0) <= rank);

function isWithinGrant({ grant, remainingCents, remainingCredits }: CreditBlock): boolean {
  if (remainingCents < 0n || remainingCents > grant.amountCents) return false;
  if (remainingCredits === null || grant.creditAmount === null) return remainingCredits === grant.creditAmount;
  return remainingCredits.isGreaterThanOrEqualTo(ZERO) && remainingCredits.isLessThanOrEqualTo(grant.creditAmount);
}

test("lines are paid in their order, a block partly, and what is not covered stays due", () => {
  const blocks = [blockOf({ id: "later" }), blockOf({ id: "sooner", expiresAt: later(1), amountCents: 30n })];
  const lines = [
    { id: "a", amountCents: 20n },
    { id: "b", amountCents: 50n },
    { id: "c", amountCents: 500n },
  ];
  const { uses, blocks: left } = applyCredits(blocks, lines, NOW);
  expect(shown(uses)).toEqual([
    ["sooner", "a", 20n, null],
    ["sooner", "b", 10n, null],
    ["later", "b", 40n, null],
    ["later", "c", 60n, null],
  ]);
  expect(left.map(({ remainingCents }) => remainingCents)).toEqual([0n, 0n]);
});

for (const [ms, covers] of [
  [-1, false],
  [0, false],
  [1, true],
] as const) {
  test(`a block that ends ${ms} ms after a period began ${covers ? "pays" : "does not pay"} for it`, () => {
    const block = blockOf({ expiresAt: later(ms) });
    expect(coversPeriodFrom(block, NOW)).toBe(covers);
    expect(applyCredits([block], [{ id: "a", amountCents: 1n }], NOW).uses).toHaveLength(covers ? 1 : 0);
  });
}

test("credits are cents divided by the rate to 12 places, and the use that empties a block takes its last credits", () => {
  const block = blockOf({ amountCents: 10n, creditAmount: decimal("3.3"), creditRateCents: decimal(3) });
  const lines = [3n, 1n, 100n].map((amountCents, at) => ({ id: `line ${at}`, amountCents }));
  expect(shown(applyCredits([block], lines, NOW).uses)).toEqual([
    ["grant", "line 0", 3n, "1"],
    ["grant", "line 1", 1n, "0.333333333333"],
    ["grant", "line 2", 6n, "1.966666666667"],
  ]);
  expect(decimalText(creditsOf(2n, decimal(3)))).toBe("0.666666666667");
});

test("quotients that were rounded up never take more credits than there are", () => {
  // A cent is 1.6e-12 credits, rounded to 2e-12: 60 of them would be more than the block holds.
  const block = blockOf({ amountCents: 75n, creditAmount: decimal("0.00000000012"), creditRateCents: decimal(625e9) });
  const lines = Array.from({ length: 75 }, (_, at) => ({ id: `line ${at}`, amountCents: 1n }));
  const { uses, blocks } = applyCredits([block], lines, NOW);
  expect(uses).toHaveLength(75);
  expect(blocks.map(plain)).toEqual([{ remainingCents: 0n, remainingCredits: "0", expiredCents: 0n }]);
});

test("no line is paid more than it is, nothing is paid while a block that covers it is left, and the order is kept", () => {
  fc.assert(
    fc.property(anyBlocks, anyLines, (blocks, lines) => {
      const { uses, blocks: left } = applyCredits(blocks, lines, NOW);
      const covering = inOrderOfUse(blocks.filter((block) => coversPeriodFrom(block, NOW)));
      const have = covering.map(({ remainingCents }) => ({ amountCents: remainingCents }));
      const [least] = [sumOf(have), sumOf(lines)].sort((one, other) => Number(one - other));
      const paidOf = (id: string) => sumOf(uses.filter(({ lineId }) => lineId === id));
      const order = covering.map(({ grant }) => grant.id);
      expect({
        used: sumOf(uses),
        overpaid: lines.filter(({ id, amountCents }) => paidOf(id) > amountCents),
        strangers: uses.filter(({ grant }) => !order.includes(grant.id)),
        blocksInOrder: isSorted(uses.map(({ grant }) => order.indexOf(grant.id))),
        linesInOrder: isSorted(uses.map(({ lineId }) => lines.findIndex(({ id }) => id === lineId))),
      }).toEqual({ used: least, overpaid: [], strangers: [], blocksInOrder: true, linesInOrder: true });
      expect(left).toHaveLength(blocks.length);
    }),
    RUNS,
  );
});

test("after any number of invoices, the ledger's sums are what is left: never below zero, never above the grant", () => {
  fc.assert(
    fc.property(anyBlocks, fc.array(anyLines, { maxLength: 3 }), (blocks, invoices) => {
      let left: readonly CreditBlock[] = blocks;
      const entries: CreditEntry[] = [];
      for (const [at, lines] of invoices.entries()) {
        const applied = applyCredits(left, lines, later(at * 86_400_000));
        entries.push(...entriesOf(applied.uses, `${at} `));
        left = applied.blocks;
        expect(left.every(isWithinGrant)).toBe(true);
      }
      expect(left.map(({ grant }) => plain(blockAfterEntries(grant, entries)))).toEqual(left.map(plain));
    }),
    RUNS,
  );
});

test("reversals give back exactly what was taken, and what then expires leaves nothing", () => {
  fc.assert(
    fc.property(anyBlocks, anyLines, fc.array(fc.boolean()), (blocks, lines, reversed) => {
      const entries = entriesOf(applyCredits(blocks, lines, NOW).uses);
      const reversals = entries
        .filter((_, at) => reversed[at])
        .map((entry, at) => reversalEntry(entry, { id: `reversal ${at}`, now: later(1) }));
      const between = blocks.map(({ grant }) => blockAfterEntries(grant, [...entries, ...reversals]));
      expect(between.every(isWithinGrant)).toBe(true);
      const ends = between.flatMap((block) => expirationEntry(block, { id: "end", now: later(2) }) ?? []);
      const ended = blocks.map(({ grant }) => blockAfterEntries(grant, [...entries, ...reversals, ...ends]));
      expect(ended.map(({ remainingCents, expiredCents }) => [remainingCents, expiredCents])).toEqual(
        between.map(({ remainingCents }) => [0n, remainingCents]),
      );
      const undone = entries.map((entry, at) => reversalEntry(entry, { id: `reversal ${at}`, now: later(1) }));
      expect(blocks.map(({ grant }) => plain(blockAfterEntries(grant, [...entries, ...undone])))).toEqual(
        blocks.map(plain),
      );
    }),
    RUNS,
  );
});

test("entries name the grant, the invoice and the line they belong to", () => {
  const block = blockOf({ creditAmount: decimal(10), creditRateCents: decimal(10), expiresAt: later(9) });
  const [use] = applyCredits([block], [{ id: "line", amountCents: 25n }], NOW).uses;
  if (!use) throw new Error("The block pays the line");
  const entry = usageEntry(use, "invoice", { id: "entry", now: later(1) });
  expect({ ...entry, creditAmount: null, creditRateCents: null }).toEqual({
    id: "entry",
    contractId: "contract",
    type: "usage",
    amountCents: -25n,
    creditAmount: null,
    creditRateCents: null,
    currency: "USD",
    description: "Welcome",
    sourceType: "invoice",
    invoiceId: "invoice",
    invoiceLineId: "line",
    grantEntryId: "grant",
    expiresAt: later(9),
    isPromotional: true,
    createdAt: later(1),
  });
  expect(entry.creditAmount && decimalText(entry.creditAmount)).toBe("-2.5");
  expect(reversalEntry(entry, { id: "back", now: later(2) })).toMatchObject({
    id: "back",
    type: "reversal",
    amountCents: 25n,
    grantEntryId: "grant",
    invoiceId: "invoice",
    createdAt: later(2),
  });
  expect(expirationEntry(block, { id: "end", now: later(9) })).toMatchObject({
    type: "expiration",
    amountCents: -100n,
    sourceType: "promotional",
    invoiceId: null,
  });
  expect(expirationEntry(blockOf({ amountCents: 0n }), { id: "end", now: later(9) })).toBeNull();
});
