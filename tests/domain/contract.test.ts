import { describe, expect, test } from "vitest";
import {
  type Contract,
  cancellationDate,
  cancelled,
  currentPeriod,
  faultsOfContractDates,
  isActive,
  nearestPeriod,
} from "@/lib/domain/contract";

const contractOf = (given: Partial<Contract> = {}): Contract => ({
  id: "contract",
  customerId: "customer",
  planId: "plan",
  name: "Pro",
  startDate: "2026-01-31",
  endDate: null,
  billingInterval: { interval: "MONTH", count: 1 },
  netTerms: 30,
  currency: "USD",
  overrides: [],
  creditGrantCents: null,
  creditSettings: null,
  metadata: {},
  cancellation: null,
  createdAt: new Date("2026-01-01T00:00:00.000Z"),
  updatedAt: new Date("2026-01-01T00:00:00.000Z"),
  ...given,
});
const cancelledAt = new Date("2026-03-10T12:00:00.000Z");
const cancelledOn = (contract: Contract, today: string): Contract =>
  cancelled(contract, { cancelledAt, effectiveDate: cancellationDate(contract, today), cancelledInvoiceCount: 2 });

describe("a contract", () => {
  for (const [today, active] of [
    ["2025-01-01", true],
    ["2026-05-30", true],
    ["2026-05-31", false],
    ["2026-06-01", false],
  ] as const) {
    test(`that ends on 2026-05-31 is ${active ? "active" : "over"} on ${today}`, () => {
      expect(isActive(contractOf({ endDate: "2026-05-31" }), today)).toBe(active);
    });
  }

  test("that rolls is active for ever, until it is cancelled", () => {
    expect(isActive(contractOf(), "2999-01-01")).toBe(true);
    expect(isActive(cancelledOn(contractOf(), "2026-03-10"), "2026-03-10")).toBe(false);
  });

  for (const [today, period] of [
    ["2026-01-30", null],
    ["2026-01-31", { start: "2026-01-31", end: "2026-02-28" }],
    ["2026-02-27", { start: "2026-01-31", end: "2026-02-28" }],
    ["2026-02-28", { start: "2026-02-28", end: "2026-03-31" }],
    ["2026-05-30", { start: "2026-04-30", end: "2026-05-31" }],
    ["2026-05-31", { start: "2026-05-31", end: "2026-06-15" }],
    ["2026-06-14", { start: "2026-05-31", end: "2026-06-15" }],
    ["2026-06-15", null],
  ] as const) {
    test(`from the 31st of January to the 15th of June is on ${today} in ${JSON.stringify(period)}`, () => {
      expect(currentPeriod(contractOf({ endDate: "2026-06-15" }), today)).toEqual(period);
    });
  }
});

describe("cancelling", () => {
  test("takes effect where the current period ends, which stays the current one until then", () => {
    const contract = cancelledOn(contractOf(), "2026-03-10");
    expect(contract).toMatchObject({ endDate: "2026-03-31", updatedAt: cancelledAt });
    expect(contract.cancellation).toEqual({ cancelledAt, effectiveDate: "2026-03-31", cancelledInvoiceCount: 2 });
    expect(currentPeriod(contract, "2026-03-30")).toEqual({ start: "2026-02-28", end: "2026-03-31" });
    expect(currentPeriod(contract, "2026-03-31")).toBeNull();
  });

  test("in a last period that is shorter takes effect at its own end", () => {
    expect(cancellationDate(contractOf({ endDate: "2026-03-15" }), "2026-03-10")).toBe("2026-03-15");
  });

  test("before the start takes effect on the start date, and leaves no period at all", () => {
    const contract = cancelledOn(contractOf(), "2026-01-30");
    expect(contract).toMatchObject({ startDate: "2026-01-31", endDate: "2026-01-31" });
    for (const today of ["2026-01-30", "2026-01-31", "2026-02-01"]) expect(currentPeriod(contract, today)).toBeNull();
  });

  test("is refused from the end date on", () => {
    const contract = contractOf({ endDate: "2026-05-31" });
    expect(cancellationDate(contract, "2026-05-30")).toBe("2026-05-31");
    for (const today of ["2026-05-31", "2027-01-01"])
      expect(() => cancellationDate(contract, today)).toThrow("Contract has ended");
  });
});

describe("the dates of a new contract", () => {
  const TODAY = "2028-02-29";
  const faults = (startDate: string, endDate?: string) =>
    faultsOfContractDates({ startDate, endDate }, TODAY).map(({ path, message }) => {
      expect(message.startsWith(`${path} `)).toBe(true);
      return path;
    });

  for (const [startDate, paths] of [
    ["0000-01-01", ["startDate"]],
    ["2027-01-24", ["startDate"]],
    ["2027-01-25", []],
    ["2028-02-29", []],
    ["2033-02-28", []],
    ["2033-03-01", ["startDate"]],
    ["9999-12-31", ["startDate"]],
  ] as const) {
    test(`may ${paths.length > 0 ? "not " : ""}begin on ${startDate}, seen from ${TODAY}`, () => {
      expect(faults(startDate)).toEqual(paths);
    });
  }

  for (const [endDate, paths] of [
    ["2028-02-28", ["endDate"]],
    ["2028-02-29", ["endDate"]],
    ["2028-03-01", []],
    ["2038-02-28", []],
    ["2038-03-01", ["endDate"]],
    ["9999-12-31", ["endDate"]],
  ] as const) {
    test(`from ${TODAY} may ${paths.length > 0 ? "not " : ""}end on ${endDate}`, () => {
      expect(faults(TODAY, endDate)).toEqual(paths);
    });
  }

  test("are refused together when both are wrong", () => {
    expect(faults("9999-12-31", "9999-12-30")).toEqual(["startDate", "endDate"]);
  });
});

test("whoever looks at a contract means its current period, before the start the first, and after the end the last", () => {
  const fixed = contractOf({ endDate: "2026-04-15" });
  const startsOn = (today: string) => nearestPeriod(fixed, today)?.start;
  expect(["2026-01-01", "2026-01-31", "2026-02-28", "2026-04-14", "2026-04-15", "2030-01-01"].map(startsOn)).toEqual([
    "2026-01-31",
    "2026-01-31",
    "2026-02-28",
    "2026-03-31",
    "2026-03-31",
    "2026-03-31",
  ]);
  expect(nearestPeriod(fixed, "2030-01-01")?.end).toBe("2026-04-15");
  expect(nearestPeriod(cancelledOn(contractOf(), "2026-01-02"), "2026-03-01")).toBeNull();
});
