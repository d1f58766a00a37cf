import { expect, test } from "vitest";
import { planDraftOf, planForm } from "@/components/catalog/plans/plan-form";
import { createPlanBody } from "@/lib/api/schemas/plans";
import type { PricingJson } from "@/lib/api/schemas/pricing";

const pricingOf = (id: string, fields: Partial<PricingJson> = {}): PricingJson => ({
  id: `3e77c1d2-9a40-4b8f-a6e5-${id.padStart(12, "0")}`,
  productId: "a0c4b5d6-7e8f-4a1b-9c2d-3e4f5a6b7c80",
  productName: "API",
  name: "Seat",
  description: null,
  model: "FLAT",
  billingMode: "RECURRING",
  tiering: "NONE",
  unitAmount: "10",
  flatAmount: null,
  packageSize: null,
  priceInterval: "MONTH",
  priceIntervalCount: 1,
  meterId: null,
  pricingTiers: null,
  createdAt: "2026-02-27T10:00:00.000Z",
  ...fields,
});

const seat = pricingOf("1");
const usage = pricingOf("2", { model: "USAGE", meterId: "1d3a6f0e-5b7c-4e21-8d94-2f6b8c0a7e35" });
const once = pricingOf("3", { billingMode: "ONE_TIME", priceInterval: null, priceIntervalCount: null });
const yearly = pricingOf("4", { priceInterval: "YEAR" });
const pricings = new Map([seat, usage, once, yearly].map((pricing) => [pricing.id, pricing]));

const PRO = {
  name: "Pro",
  description: "",
  currency: "USD",
  netTerms: "30",
  creditGrant: "",
  creditRate: "",
  "items.1.pricingId": seat.id,
  "items.1.quantity": "3",
};

const faultsOf = (values: Record<string, unknown>) =>
  Object.fromEntries(
    planForm(pricings)
      .safeParse(values)
      .error?.issues.map(({ path, message }) => [path.join("."), message]) ?? [],
  );

test("what the form makes of a plan is what the API takes; the quantity of usage is left to its meter", () => {
  const body = planForm(pricings).parse({ ...PRO, "items.7.pricingId": usage.id, "items.7.quantity": "x" });
  expect(createPlanBody.safeParse(body).error?.issues ?? []).toEqual([]);
  expect(body.items).toEqual([
    { pricingId: seat.id, quantity: 3 },
    { pricingId: usage.id, quantity: 1 },
  ]);
});

for (const [currency, creditGrant, creditRate, sent] of [
  ["USD", "50", "", { creditGrantCents: 5000, creditSettings: null }],
  ["USD", "50.01", "0.01", { creditGrantCents: 5001, creditSettings: { creditRateCents: 1 } }],
  ["USD", "", "0.00000001", { creditGrantCents: null, creditSettings: { creditRateCents: 0.000001 } }],
  ["JPY", "50", "0.5", { creditGrantCents: 50, creditSettings: { creditRateCents: 0.5 } }],
  ["KWD", "1.001", "", { creditGrantCents: 1001, creditSettings: null }],
] as const) {
  test(`a credit of "${creditGrant}" at "${creditRate}" each is sent in minor units of ${currency}`, () => {
    expect(planForm(pricings).parse({ ...PRO, currency, creditGrant, creditRate })).toMatchObject(sent);
  });
}

for (const [field, changes, fault] of [
  ["creditGrant", { creditGrant: "50.001" }, "USD has 2 digits after the point."],
  ["creditGrant", { currency: "JPY", creditGrant: "0.5" }, "JPY has 0 digits after the point."],
  ["creditGrant", { creditGrant: "10000000000.01" }, "This is more than can be granted."],
  ["creditRate", { creditRate: "0" }, "A credit is worth more than 0."],
  ["creditRate", { creditRate: "0.000000001" }, "Use at most 8 digits after the point."],
  ["netTerms", { netTerms: "366" }, "Write a whole number from 0 to 365."],
  ["items.1.quantity", { "items.1.quantity": "0" }, "Write a whole number from 1 to 1000000000."],
  ["items.1.pricingId", { "items.1.pricingId": "" }, "Choose a price."],
  ["items.1.pricingId", { "items.1.pricingId": once.id }, "At least one price of a plan is recurring."],
  ["items.2.pricingId", { "items.2.pricingId": seat.id }, "This price is in the plan already."],
  [
    "items.2.pricingId",
    { "items.2.pricingId": yearly.id },
    "Every year, but the first recurring price every month. All must share one interval.",
  ],
] as const) {
  test(`${JSON.stringify(changes)} is told at ${field}: ${fault}`, () => {
    expect(faultsOf({ ...PRO, ...changes })).toEqual({ [field]: fault });
  });
}

test("the faults of a plan's own fields, its credit and its items come at once", () => {
  const faults = faultsOf({ ...PRO, name: " ", creditGrant: "0.001", "items.1.pricingId": "" });
  expect(Object.keys(faults).sort()).toEqual(["creditGrant", "items.1.pricingId", "name"]);
});

test("a draft leaves out rows without a price and keeps the rest as it is typed", () => {
  const { items } = planDraftOf({ ...PRO, "items.2.pricingId": "" }, pricings);
  expect(items).toEqual([{ pricing: seat, quantity: "3" }]);
});
