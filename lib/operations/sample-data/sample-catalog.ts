// What the sample company sells: an API for documents, by subscription and by use.
import { decimal } from "@/lib/domain/decimal";
import type { PricingTier } from "@/lib/domain/pricing";
import type { CreateMeterInput } from "../create-meter";
import type { CreatePlanInput } from "../create-plan";
import type { CreatePricingInput } from "../create-pricing";

const MONTHLY = { billingMode: "RECURRING", priceInterval: "MONTH" } as const;

const tiersOf = (...tiers: readonly (readonly [from: number, to: number | null, unitAmount: string])[]) =>
  tiers.map(
    ([from, to, unitAmount]): PricingTier => ({
      minQty: decimal(from),
      maxQty: to === null ? null : decimal(to),
      unitAmount: decimal(unitAmount),
      flatAmount: decimal(0),
    }),
  );

export const SAMPLE_METERS: readonly CreateMeterInput[] = [
  {
    displayName: "API calls",
    code: "API_CALLS",
    description: "Every call that was answered, told day by day",
    aggregationType: "SUM",
    aggregationKey: "calls",
    eventTypeFilter: { include: ["api_calls"] },
    propertyFilters: [{ name: "test", exists: false }],
    groupKeys: ["endpoint", "region"],
  },
  {
    displayName: "Documents processed",
    code: "DOCUMENTS_GB",
    description: "Gigabytes read from documents",
    aggregationType: "SUM",
    aggregationKey: "gigabytes",
    eventTypeFilter: { include: ["document_processed"] },
  },
  {
    displayName: "Active users",
    code: "ACTIVE_USERS",
    description: "People who signed in at least once in the period",
    aggregationType: "UNIQUE",
    aggregationKey: "user_id",
    eventTypeFilter: { include: ["signed_in"] },
  },
];

type SamplePricing = CreatePricingInput & {
  /** The name of its meter. */
  readonly meter?: string;
};

export const SAMPLE_PRICINGS: readonly SamplePricing[] = [
  ...(
    [
      ["Starter subscription", "49"],
      ["Growth subscription", "499"],
      ["Europe subscription", "690"],
      ["Team seat", "25"],
    ] as const
  ).map(([name, amount]) => ({
    ...MONTHLY,
    name,
    productName: name === "Team seat" ? "Team" : "Platform",
    model: "FLAT" as const,
    tiering: "NONE" as const,
    unitAmount: decimal(amount),
  })),
  {
    name: "Onboarding",
    productName: "Services",
    description: "Import of existing documents and two workshops",
    model: "FLAT",
    billingMode: "ONE_TIME",
    tiering: "NONE",
    unitAmount: decimal(1500),
  },
  {
    ...MONTHLY,
    name: "API calls, graduated",
    productName: "Documents API",
    model: "USAGE",
    tiering: "GRADUATED",
    meter: "API calls",
    pricingTiers: tiersOf([1, 1_000, "0"], [1_001, 50_000, "0.004"], [50_001, null, "0.0025"]),
  },
  {
    ...MONTHLY,
    name: "API calls, by volume",
    productName: "Documents API",
    model: "USAGE",
    tiering: "VOLUME",
    meter: "API calls",
    pricingTiers: tiersOf([1, 20_000, "0.005"], [20_001, 100_000, "0.0035"], [100_001, null, "0.002"]),
  },
  {
    ...MONTHLY,
    name: "Documents, packages of 100 GB",
    productName: "Documents API",
    model: "USAGE",
    tiering: "PACKAGE",
    meter: "Documents processed",
    unitAmount: decimal(12),
    packageSize: decimal(100),
  },
  {
    ...MONTHLY,
    name: "Active user",
    productName: "Team",
    model: "USAGE",
    tiering: "NONE",
    meter: "Active users",
    unitAmount: decimal("3.5"),
  },
];

export type SamplePlanName = "Starter" | "Growth" | "Europe";

type SamplePlan = Omit<CreatePlanInput, "name" | "items"> & {
  readonly name: SamplePlanName;
  /** Names of prices. */
  readonly items: readonly { readonly pricing: string; readonly quantity: number }[];
};

export const SAMPLE_PLANS: readonly SamplePlan[] = [
  {
    name: "Starter",
    description: "For one team, by card, no strings",
    netTerms: 14,
    items: [
      { pricing: "Starter subscription", quantity: 1 },
      { pricing: "API calls, graduated", quantity: 1 },
    ],
  },
  {
    name: "Growth",
    description: "For companies that build on the API",
    netTerms: 30,
    creditGrantCents: 50_000n,
    creditSettings: { creditRateCents: decimal(10) },
    items: [
      { pricing: "Growth subscription", quantity: 1 },
      { pricing: "Team seat", quantity: 5 },
      { pricing: "API calls, graduated", quantity: 1 },
      { pricing: "Documents, packages of 100 GB", quantity: 1 },
      { pricing: "Onboarding", quantity: 1 },
    ],
  },
  {
    name: "Europe",
    description: "Hosted in Frankfurt, invoiced in euros",
    currency: "EUR",
    netTerms: 45,
    items: [
      { pricing: "Europe subscription", quantity: 1 },
      { pricing: "API calls, by volume", quantity: 1 },
      { pricing: "Active user", quantity: 1 },
    ],
  },
];
