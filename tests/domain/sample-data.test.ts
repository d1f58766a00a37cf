import { expect, test } from "vitest";
import { keptSentences, sampleActor } from "@/lib/domain/sample-data";

const NOTHING = { apiKeys: 0, customers: 0, meters: 0, pricings: 0, plans: 0 };

test("nothing kept needs no words", () => {
  expect(keptSentences(NOTHING)).toEqual([]);
});

test("each kept kind has a sentence with its number and its reason", () => {
  expect(keptSentences({ ...NOTHING, plans: 2, customers: 1 })).toEqual([
    "Kept 1 customer that your contracts are with.",
    "Kept 2 plans that your contracts use.",
  ]);
  expect(keptSentences({ ...NOTHING, apiKeys: 1, meters: 1, pricings: 3 })).toEqual([
    "Kept 3 prices that those plans or yours use.",
    "Kept 1 meter that those prices or yours count on.",
    "Kept 1 key that you changed or used.",
  ]);
});

test("sample data acts as itself, and says when it writes", () => {
  const writtenAt = new Date("2026-11-22T10:00:00Z");
  expect(sampleActor(writtenAt)).toMatchObject({ kind: "system", name: "Sample data", sampleWrittenAt: writtenAt });
});
