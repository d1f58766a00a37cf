import { describe, expect, test } from "vitest";
import { usageBars, usageCsv, usageGroups } from "@/components/billing/usage/usage-bars";
import type { UsageJson } from "@/lib/client/usage";

const DAYS = ["2026-11-01T00:00:00.000Z", "2026-11-02T00:00:00.000Z"] as const;

type Row = readonly [day: 0 | 1, region: string | null, value: string];

function usageOf(rows: readonly Row[], fields: Partial<UsageJson> = {}): UsageJson {
  const isGrouped = rows.some(([, region]) => region !== null);
  return {
    organizationId: "5c1e0000-0000-4000-8000-000000000001",
    meterId: "1d3a0000-0000-4000-8000-000000000001",
    eventName: null,
    customerId: null,
    externalCustomerId: null,
    contractId: null,
    aggregationType: "SUM",
    start: DAYS[0],
    end: "2026-11-03T00:00:00.000Z",
    window: "DAY",
    groupBy: isGrouped ? ["region"] : [],
    totalCount: rows.length,
    totalValue: "0",
    breakdown: rows.map(([day, region, value]) => {
      const group: Record<string, string> = region === null ? {} : { region };
      return { date: DAYS[day], group, count: 1, value };
    }),
    ...fields,
  };
}

const regionOf = ({ values }: { values: readonly string[] }) => values[0] || "(none)";
const barsOf = (usage: UsageJson) => usageBars(usage, regionOf, DAYS);

const NINE: readonly Row[] = Array.from({ length: 9 }, (_, at) => [at % 2 === 0 ? 0 : 1, `r${at}`, String(9 - at)]);

describe("a breakdown without groups", () => {
  test("is one part, its figures written to the last digit", () => {
    const { parts, bars, sums } = barsOf(
      usageOf(
        [
          [0, null, "0.000000000001"],
          [1, null, "123456789012345678901"],
        ],
        {
          totalValue: "123456789012345678901.000000000001",
        },
      ),
    );
    expect(parts.map(({ label }) => label)).toEqual(["Value"]);
    expect(bars.map(({ label, total }) => [label, total])).toEqual([
      ["1 Nov 2026", "0.000000000001"],
      ["2 Nov 2026", "123,456,789,012,345,678,901"],
    ]);
    expect(Object.values(sums ?? {})).toEqual(["123,456,789,012,345,678,901.000000000001"]);
  });
});

describe("a breakdown by groups", () => {
  test("has a bar for each window of the range, also where nothing was used", () => {
    const { bars } = barsOf(usageOf([[1, "eu", "2"]]));
    expect(bars.map(({ total }) => total)).toEqual(["0", "2"]);
  });

  test("shows the largest six, and what the others come to", () => {
    const { parts, bars, sums, leftOut } = barsOf(usageOf(NINE));
    expect(parts.map(({ label }) => label)).toEqual(["r0", "r1", "r2", "r3", "r4", "r5", "3 others"]);
    expect(sums?.others).toBe("6");
    expect(bars.map(({ texts }) => texts?.others)).toEqual(["4", "2"]);
    expect(leftOut).toBe(0);
  });

  test("adds nothing up where parts of a range do not make the whole", () => {
    const { parts, bars, sums, leftOut } = barsOf(usageOf(NINE, { aggregationType: "UNIQUE" }));
    expect([parts.length, sums, leftOut]).toEqual([6, null, 3]);
    expect(bars.every(({ total }) => total === undefined)).toBe(true);
  });

  test("tells apart two groups of one name", () => {
    const { parts } = usageBars(
      usageOf([
        [0, "a", "2"],
        [0, "b", "1"],
      ]),
      () => "Globex",
      DAYS,
    );
    expect(parts.map(({ label }) => label)).toEqual(["Globex", "Globex (2)"]);
  });
});

test("groups are ordered by their sum, or by their highest window where values do not add up", () => {
  const rows: readonly Row[] = [
    [0, "a", "4"],
    [0, "b", "3"],
    [1, "b", "3"],
  ];
  const figures = (fields: Partial<UsageJson>) =>
    usageGroups(usageOf(rows, fields)).map(({ values, events, value }) => [values[0], events, value.toFixed()]);
  expect(figures({})).toEqual([
    ["b", 2, "6"],
    ["a", 1, "4"],
  ]);
  expect(figures({ aggregationType: "MAX" })).toEqual([
    ["a", 1, "4"],
    ["b", 2, "3"],
  ]);
});

test("a spreadsheet gets every row with its exact value", () => {
  expect(usageCsv(usageOf([[0, "eu", "1234567.5"]]))).toEqual([
    ["date", "region", "events", "value"],
    [DAYS[0], "eu", "1", "1234567.5"],
  ]);
});
