import { expect, test } from "vitest";
import { AGGREGATION_TYPES } from "@/lib/domain/meter";
import { AGGREGATION_SENTENCES, type MeterRule, meterSentence } from "@/lib/domain/meter-sentence";

const ANY: MeterRule = {
  aggregationType: "COUNT",
  aggregationKey: null,
  eventTypeFilter: { include: [], exclude: [] },
  propertyFilters: [],
  groupKeys: [],
};

const told = (rule: Partial<MeterRule>): string =>
  meterSentence({ ...ANY, ...rule })
    .map((part) => (typeof part === "string" ? part : `\`${part.code}\``))
    .join("");

const calls = { include: ["api_call"], exclude: [] };

for (const [rule, sentence] of [
  [{}, "Counts all events."],
  [{ eventTypeFilter: calls }, "Counts `api_call` events."],
  [{ aggregationType: "SUM", aggregationKey: "units" }, "Counts the sum of `units` of all events."],
  [{ aggregationType: "SUM", aggregationKey: "" }, "Counts the sum of `…` of all events."],
  [
    { aggregationType: "MAX", aggregationKey: "seats", eventTypeFilter: calls },
    "Counts the largest `seats` of `api_call` events.",
  ],
  [{ aggregationType: "MIN", aggregationKey: "seats" }, "Counts the smallest `seats` of all events."],
  [{ aggregationType: "UNIQUE", aggregationKey: "user" }, "Counts the different values of `user` of all events."],
  [{ aggregationType: "LATEST", aggregationKey: "disk" }, "Counts the latest `disk` of all events."],
  [{ eventTypeFilter: { include: ["a", "b", "c"], exclude: [] } }, "Counts `a`, `b` or `c` events."],
  [{ eventTypeFilter: { include: [], exclude: ["a", "b"] } }, "Counts all events except `a` and `b`."],
  [
    {
      aggregationType: "SUM",
      aggregationKey: "units",
      eventTypeFilter: calls,
      propertyFilters: [{ name: "region", include: ["eu", "us"] }],
    },
    "Counts the sum of `units` of `api_call` events where `region` is `eu` or `us`.",
  ],
  [
    {
      propertyFilters: [
        { name: "a", exists: true },
        { name: "b", exists: false },
        { name: "c", exclude: [1] },
        { name: "d", exclude: [true, "x"] },
      ],
    },
    "Counts all events where `a` is present, `b` is absent, `c` is not `1` and `d` is none of `true` and `x`.",
  ],
  [{ groupKeys: ["region", "model"] }, "Counts all events, for each `region` and `model`, added up."],
  [
    { eventTypeFilter: { include: ["a", "b", "c", "d", "e", "f", "g"], exclude: [] } },
    "Counts `a`, `b`, `c`, `d`, `e` or 2 more events.",
  ],
] as const satisfies readonly (readonly [Partial<MeterRule>, string])[]) {
  test(`a meter says: ${sentence}`, () => {
    expect(told(rule)).toBe(sentence);
  });
}

test("every aggregation type explains itself in one sentence", () => {
  for (const type of AGGREGATION_TYPES) expect(AGGREGATION_SENTENCES[type]).toMatch(/^[A-Z][^.]+\.$/);
});
