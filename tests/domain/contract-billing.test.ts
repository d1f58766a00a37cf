import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { canChange, meteredPeriods, previewedUses, redraft } from "@/lib/domain/contract-billing";
import { toMinorUnits } from "@/lib/domain/currency";
import { startOfDay } from "@/lib/domain/day";
import { decimal } from "@/lib/domain/decimal";
import { Books, clockAt, contractOf, flat, metered, oneTime, shownLines, type Usage } from "./sample-billing";

vi.setConfig({ testTimeout: 60_000 });
const statuses = ({ invoices }: Books) => invoices.map(({ status }) => status);

test("a draft becomes final 24 h after its period's end, and not a millisecond before", () => {
  const books = new Books(contractOf(), [flat("a", "31")]);
  books.bill("2026-02-01T23:59:59.999Z");
  expect(statuses(books)).toEqual(["Drafted", "Drafted", "Drafted"]);
  const { finalized } = books.bill("2026-02-02T00:00:00.000Z");
  expect(finalized.map(({ periodIndex, status, totalCents }) => [periodIndex, status, totalCents])).toEqual([
    [0, "In Progress", 3100n],
  ]);
  expect(statuses(books)).toEqual(["In Progress", "Drafted", "Drafted"]);
});

test("a draft of 0 becomes Paid", () => {
  const books = new Books(contractOf(), [metered("a", "0.5")]);
  books.bill("2026-02-02T00:00:00.000Z");
  expect(statuses(books)).toEqual(["Paid", "Drafted", "Drafted"]);
});

test("a contract that starts in the past has its periods begun drafted, and finalized 24 h after its creation in their order", () => {
  const createdAt = new Date("2026-04-10T09:00:00.000Z");
  const books = new Books(contractOf({ createdAt }), [flat("a", "1"), oneTime("b", "5")]);
  books.bill("2026-04-11T08:59:59.999Z");
  expect(statuses(books)).toEqual(["Drafted", "Drafted", "Drafted", "Drafted", "Drafted"]);
  const { finalized } = books.bill("2026-04-11T09:00:00.000Z");
  expect(finalized.map(({ periodIndex, totalCents }) => [periodIndex, totalCents])).toEqual([
    [0, 600n],
    [1, 100n],
    [2, 100n],
  ]);
});

test("drafts of one instant have ids in the order of their periods, by which lists break the tie", () => {
  let last = 100;
  const contract = contractOf({ endDate: "2027-01-01" });
  const billing = { contract, items: [flat("a", "1")], invoices: [], billedLines: [], blocks: [] };
  const { created } = redraft(billing, {
    ...clockAt(contract.createdAt.toISOString()),
    newId: () => `${last--}`.padStart(3, "0"),
  });
  expect(created).toHaveLength(12);
  expect(created.map(({ id }) => id)).toEqual(created.map(({ id }) => id).sort());
});

test("a draft follows usage, and stays untouched where nothing changed", () => {
  const books = new Books(contractOf(), [metered("a", "0.015")]);
  books.bill("2026-01-10T00:00:00.000Z", { "meter a": { "2026-01-01": 333 } });
  expect(books.at(0).totalCents).toBe(500n);
  const { created, changed } = books.bill("2026-01-11T00:00:00.000Z", { "meter a": { "2026-01-01": 333 } });
  expect([created, changed]).toEqual([[], []]);
  const [draft] = books.bill("2026-01-12T00:00:00.000Z", { "meter a": { "2026-01-01": 400 } }).changed;
  expect([draft?.totalCents, draft?.updatedAt]).toEqual([600n, new Date("2026-01-12T00:00:00.000Z")]);
  expect(draft?.lines[0]?.id).toBe(books.at(0).lines[0]?.id);
});

test("usage that comes after finalization is billed as the difference on the earliest draft, once", () => {
  const books = new Books(contractOf(), [metered("a", "0.015")]);
  books.bill("2026-02-02T00:00:00.000Z", { "meter a": { "2026-01-01": 333 } });
  const final = books.at(0);
  const late: Usage = { "meter a": { "2026-01-01": 335 } };
  books.bill("2026-02-03T00:00:00.000Z", late);
  expect(books.at(0)).toBe(final);
  expect(shownLines(books.at(1).lines)).toEqual([
    ["charge", "Price a", 0n],
    ["adjustment", "Adjustment: Price a", 3n],
  ]);
  expect(shownLines(books.at(2).lines)).toEqual([["charge", "Price a", 0n]]);
  books.bill("2026-03-02T00:00:00.000Z", late);
  expect([books.at(1).status, books.at(1).totalCents]).toEqual(["In Progress", 3n]);
  books.bill("2026-03-03T00:00:00.000Z", late);
  expect(books.at(2).totalCents).toBe(0n);
});

test("an invoice never falls below 0: what was cut of a correction comes up again on the next draft", () => {
  const books = new Books(contractOf(), [flat("fixed", "1"), metered("a", "1")]);
  books.bill("2026-02-02T00:00:00.000Z", { "meter a": { "2026-01-01": 3 } });
  books.bill("2026-03-02T00:00:00.000Z");
  expect(shownLines(books.at(1).lines).at(-1)).toEqual(["adjustment", "Adjustment: Price a", -100n]);
  expect([books.at(1).totalCents, books.at(1).status]).toEqual([0n, "Paid"]);
  books.bill("2026-04-02T00:00:00.000Z");
  books.bill("2026-05-02T00:00:00.000Z");
  expect([2, 3, 4].map((index) => books.at(index).totalCents)).toEqual([0n, 0n, 100n]);
});

test("credits pay metered lines of the drafts in their order, and are taken when a draft becomes final", () => {
  const usage: Usage = { "meter a": { "2026-01-01": 3, "2026-02-01": 3 } };
  const books = new Books(contractOf(), [flat("fixed", "1"), metered("a", "1")], [{ id: "g", amountCents: 500n }]);
  books.bill("2026-02-01T12:00:00.000Z", usage);
  expect([books.at(0), books.at(1)].map(({ creditsAppliedCents }) => creditsAppliedCents)).toEqual([300n, 200n]);
  expect(books.entries).toEqual([]);
  books.bill("2026-02-02T00:00:00.000Z", usage);
  const [entry] = books.entries;
  expect(books.entries).toHaveLength(1);
  expect([entry?.type, entry?.amountCents, entry?.invoiceId]).toEqual(["usage", -300n, books.at(0).id]);
  expect(entry?.invoiceLineId).toBe(books.at(0).lines[1]?.id);
  expect([books.at(1).creditsAppliedCents, books.at(1).totalCents]).toEqual([200n, 200n]);
});

test("the credits a draft would use are those its lines tell of, after the drafts before it", () => {
  const usage: Usage = { "meter a": { "2026-01-01": 3, "2026-02-01": 3 } };
  const books = new Books(contractOf(), [metered("a", "1")], [{ id: "g", amountCents: 500n }]);
  books.bill("2026-02-01T12:00:00.000Z", usage);
  const uses = (index: number) => previewedUses(books.state(), books.at(index).id);
  expect([0, 1, 2].map((index) => uses(index).map(({ amountCents }) => amountCents))).toEqual([[300n], [200n], []]);
  expect(uses(1)[0]?.lineId).toBe(books.at(1).lines[0]?.id);
  books.bill("2026-02-02T00:00:00.000Z", usage);
  expect(uses(0)).toEqual([]);
});

test("a block that expires in a period still pays it, and what it has left ends with that period's finalization", () => {
  const expiresAt = new Date("2026-01-15T00:00:00.000Z");
  const grants = [{ id: "g", amountCents: 500n, expiresAt }];
  const books = new Books(contractOf(), [metered("a", "1")], grants);
  books.bill("2026-01-20T00:00:00.000Z", { "meter a": { "2026-01-01": 3 } });
  expect(books.entries).toEqual([]);
  books.bill("2026-02-02T00:00:00.000Z", { "meter a": { "2026-01-01": 3 } });
  expect(books.entries.map(({ type, amountCents }) => [type, amountCents])).toEqual([
    ["usage", -300n],
    ["expiration", -200n],
  ]);
});

test("a block that expires while no draft is left that it may pay ends at its expiry", () => {
  const expiresAt = new Date("2026-03-15T00:00:00.000Z");
  const contract = contractOf({ endDate: "2026-02-01" });
  const books = new Books(contract, [metered("a", "1")], [{ id: "g", amountCents: 500n, expiresAt }]);
  books.bill("2026-02-02T00:00:00.000Z");
  books.bill("2026-03-14T23:59:59.999Z");
  expect(books.entries).toEqual([]);
  books.bill("2026-03-15T00:00:00.000Z");
  books.bill("2026-03-16T00:00:00.000Z");
  expect(books.entries.map(({ type, amountCents }) => [type, amountCents])).toEqual([["expiration", -500n]]);
});

test("redrafting finalizes nothing and ends no credits, however late it is", () => {
  const books = new Books(contractOf(), [flat("a", "1")], [{ amountCents: 5n, expiresAt: startOfDay("2026-01-05") }]);
  const { created, finalized, entries } = redraft(books.state(), clockAt("2026-04-01T00:00:00.000Z"));
  expect([created.length, finalized, entries]).toEqual([5, [], []]);
});

test("a draft can change once its period has begun, and before that only as the contract's earliest", () => {
  const books = new Books(contractOf(), [metered("a", "1")]);
  books.bill("2026-01-01T08:00:00.000Z");
  const next = books.at(1);
  const states = ["2026-01-31T23:59:59.999Z", "2026-02-01T00:00:00.000Z"].map((now) => new Date(now));
  expect(states.map((now) => canChange(next, false, now))).toEqual([false, true]);
  expect(states.map((now) => canChange(next, true, now))).toEqual([true, true]);
});

test("billing asks for usage of the periods begun and of those that were billed, and for no other", () => {
  const books = new Books(contractOf(), [metered("a", "1"), flat("b", "1")]);
  books.bill("2026-02-02T00:00:00.000Z");
  expect(meteredPeriods(books.state(), new Date("2026-03-01T00:00:00.000Z"))).toEqual(
    ["2026-02-01", "2026-03-01", "2026-01-01"].map((start) => ({
      meterId: "meter a",
      servicePeriod: expect.objectContaining({ start }),
    })),
  );
});

const anyUsage = fc.array(fc.nat(40), { minLength: 12, maxLength: 12 });
const anyTerm = fc.record({
  currency: fc.constantFrom("USD", "JPY", "KWD"),
  unit: fc.constantFrom("0.015", "0.333", "1.5", "0.0005"),
  fixed: fc.constantFrom("0", "0.5", "9.99"),
  grantCents: fc.bigInt(0n, 400n),
  usages: fc.array(anyUsage, { minLength: 12, maxLength: 12 }),
});

test("whatever usage comes and goes: totals are the sums of their lines, none is below 0, and corrections bill the last usage unless a total is 0", () => {
  fc.assert(
    fc.property(anyTerm, ({ currency, unit, fixed, grantCents, usages }) => {
      const contract = contractOf({ currency, endDate: "2027-01-01" });
      const grants = [{ id: "g", amountCents: grantCents, currency }];
      const books = new Books(contract, [flat("fixed", fixed), metered("a", unit)], grants);
      usages.forEach((months, at) => {
        const usage = { "meter a": Object.fromEntries(months.map((units, month) => [startOfMonth(month), units])) };
        books.bill(`${startOfMonth(at)}T12:00:00.000Z`, usage);
        expectCorrected(books, months, unit);
        books.bill(`${startOfMonth(at + 1).slice(0, 8)}02T00:00:00.000Z`, usage);
      });
      let usedCents = 0n;
      for (const { lines, totalCents, creditsAppliedCents, status } of books.invoices) {
        expect(totalCents).toBe(lines.reduce((sum, line) => sum + line.totalAmountCents, 0n));
        expect(totalCents).toBeGreaterThanOrEqual(0n);
        if (status !== "Drafted") usedCents += creditsAppliedCents;
      }
      expect(usedCents).toBeLessThanOrEqual(grantCents);
      expect(books.entries.reduce((sum, { amountCents }) => sum - amountCents, 0n)).toBe(usedCents);
    }),
    { numRuns: 100 },
  );
});

/** On the earliest draft everything billed so far is corrected; where that would fall below 0, it is 0 and nothing is billed too little. */
function expectCorrected(books: Books, months: readonly number[], unit: string): void {
  const earliest = books.invoices.find(({ status }) => status === "Drafted");
  for (const { lineId, servicePeriod, billedCents } of books.state().billedLines) {
    const correction = earliest?.lines.find(
      ({ relatedLineId, kind }) => relatedLineId === lineId && kind === "adjustment",
    );
    const units = months[Number(servicePeriod.start.slice(5, 7)) - 1] ?? 0;
    const dueCents = toMinorUnits(decimal(unit).times(units), books.contract.currency);
    const nowCents = billedCents + (correction?.totalAmountCents ?? 0n);
    if (earliest && earliest.totalCents > 0n) expect(nowCents).toBe(dueCents);
    else expect(nowCents).toBeGreaterThanOrEqual(dueCents);
  }
}

const startOfMonth = (month: number) =>
  `${2026 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-01`;
