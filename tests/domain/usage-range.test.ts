import { describe, expect, test } from "vitest";
import {
  daysOf,
  listRangeOf,
  spanOf,
  usageRangeOf,
  windowLabel,
  windowsOf,
} from "@/components/billing/usage/usage-range";

const NOW = new Date("2026-11-22T11:03:04.123Z");
const written = (range: string | null, from: string | null = null, to: string | null = null) => ({ range, from, to });

describe("the range of a link", () => {
  test("without a word is the last 30 days, of a contract its period", () => {
    expect(usageRangeOf(written(null), false)).toEqual({ kind: "30d" });
    expect(usageRangeOf(written(null), true)).toEqual({ kind: "period" });
    expect(usageRangeOf(written("7d"), true)).toEqual({ kind: "7d" });
  });

  test("takes days only when both are days in their order", () => {
    const days = { kind: "days", from: "2026-11-01", to: "2026-11-01" };
    expect(usageRangeOf(written("days", "2026-11-01", "2026-11-01"), false)).toEqual(days);
    for (const [from, to] of [
      ["2026-11-02", "2026-11-01"],
      ["2026-02-31", "2026-11-01"],
      ["0202-11-01", "2026-11-01"],
      ["2026-11-01", null],
    ] as const)
      expect(usageRangeOf(written("days", from, to), false), `${from} ${to}`).toEqual({ kind: "30d" });
  });
});

test("the range of a list is any time without a word, and with one that needs a contract", () => {
  expect(listRangeOf(written(null))).toBeNull();
  expect(listRangeOf(written("period"))).toBeNull();
  expect(listRangeOf(written("days", "2026-11-02", "2026-11-01"))).toBeNull();
  expect(listRangeOf(written("7d"))).toEqual({ kind: "7d" });
});

describe("its span", () => {
  test("ends with the window that is now", () => {
    expect(spanOf({ kind: "24h" }, NOW)).toEqual({
      start: "2026-11-21T12:00:00.000Z",
      end: "2026-11-22T12:00:00.000Z",
    });
    expect(spanOf({ kind: "7d" }, NOW)).toEqual({ start: "2026-11-16T00:00:00.000Z", end: "2026-11-23T00:00:00.000Z" });
    expect(spanOf({ kind: "12m" }, NOW)).toEqual({
      start: "2025-12-01T00:00:00.000Z",
      end: "2026-11-23T00:00:00.000Z",
    });
  });

  test("includes both of the days that are given", () => {
    expect(spanOf({ kind: "days", from: "2026-11-01", to: "2026-11-02" }, NOW)).toEqual({
      start: "2026-11-01T00:00:00.000Z",
      end: "2026-11-03T00:00:00.000Z",
    });
  });

  test("of a contract's period is left to the API", () => {
    expect(spanOf({ kind: "period" }, NOW)).toEqual({});
  });
});

test("the days that fields begin with are those of the range", () => {
  expect(daysOf({ kind: "30d" }, "2026-11-22")).toEqual({ from: "2026-10-24", to: "2026-11-22" });
  expect(daysOf({ kind: "24h" }, "2026-11-22")).toEqual({ from: "2026-11-21", to: "2026-11-22" });
});

test("windows are offered as long as their bars can be told apart", () => {
  const days = (from: string, to: string) => windowsOf({ kind: "days", from, to });
  expect(days("2026-11-01", "2026-11-01")).toEqual(["HOUR", "DAY"]);
  expect(days("2026-11-01", "2026-11-07")).toEqual(["DAY", "HOUR"]);
  expect(days("2026-11-01", "2026-11-08")).toEqual(["DAY", "MONTH"]);
  expect(days("2026-01-01", "2026-04-10")).toEqual(["DAY", "MONTH"]);
  expect(days("2026-01-01", "2026-04-11")).toEqual(["MONTH"]);
  expect(windowsOf({ kind: "12m" })).toEqual(["MONTH"]);
});

test("a window is named by what it is", () => {
  const date = "2026-11-02T09:00:00.000Z";
  expect(windowLabel(date, "HOUR")).toBe("2 Nov, 09:00");
  expect(windowLabel(date, "DAY")).toBe("2 Nov 2026");
  expect(windowLabel(date, "MONTH")).toBe("Nov 2026");
});
