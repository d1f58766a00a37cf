// Who subscribed to what, and what happened to it in the year before a day. Months are counted back from that day's month.

import type { PromotionalAmount } from "@/lib/domain/credit-grant";
import { addDays, addMonths, type Day, startOfDay } from "@/lib/domain/day";
import { decimal } from "@/lib/domain/decimal";
import type { SamplePlanName } from "./sample-catalog";

/** The days of a month on which contracts start: all billing happens on a few days, as in companies that bill in runs. */
export const SAMPLE_START_DAYS = [1, 10, 20] as const;

export type SampleContract = {
  readonly slug: string;
  readonly plan: SamplePlanName;
  readonly startDate: Day;
  readonly endDate: Day | undefined;
  /** Instead of the subscription's list price. */
  readonly subscriptionAmount: string | undefined;
  readonly cancelledAt: Date | undefined;
  readonly promotion: SamplePromotion | undefined;
};

export type SamplePromotion = {
  readonly grantedAt: Date;
  readonly expiresAt: Date;
  readonly amount: PromotionalAmount;
  readonly description: string;
};

type Special = {
  readonly monthsOfTerm?: number;
  readonly subscriptionAmount?: string;
  /** Days after its start. */
  readonly cancelledAfterDays?: number;
  readonly promotion?: {
    readonly afterDays: number;
    readonly days: number;
    readonly cents: bigint;
    readonly says: string;
  };
};

type Row = readonly [slug: string, plan: SamplePlanName, monthsAgo: number, day: number, special?: Special];

const WELCOME = { afterDays: 3, days: 180, cents: 20_000n, says: "Welcome credit" };
const APOLOGY = { afterDays: 50, days: 90, cents: 7_500n, says: "Apology for the outage in the documents API" };

const ROWS: readonly Row[] = [
  ["northwind", "Growth", 12, 1, { monthsOfTerm: 24, subscriptionAmount: "449" }],
  ["initech", "Growth", 12, 1, { monthsOfTerm: 12 }],
  ["globex", "Europe", 12, 10],
  ["umbrella", "Europe", 12, 20, { monthsOfTerm: 12, promotion: WELCOME }],
  ["wonka", "Europe", 11, 1, { subscriptionAmount: "620" }],
  ["hooli", "Starter", 11, 1, { cancelledAfterDays: 130 }],
  ["soylent", "Starter", 11, 10],
  ["kestrel", "Growth", 11, 20, { promotion: APOLOGY }],
  ["aurora", "Europe", 10, 1, { monthsOfTerm: 36 }],
  ["acme", "Starter", 10, 1],
  ["helix", "Growth", 10, 10, { monthsOfTerm: 12 }],
  ["stark", "Starter", 10, 20],
  ["silverline", "Growth", 9, 1, { monthsOfTerm: 24 }],
  ["halden", "Starter", 9, 10, { promotion: { ...WELCOME, cents: 2_500n } }],
  ["bluebird", "Europe", 9, 10],
  ["sakura", "Growth", 9, 20],
  ["coppercanyon", "Growth", 8, 1, { monthsOfTerm: 6 }],
  ["quill", "Starter", 8, 1],
  ["fjord", "Europe", 8, 10],
  ["lumen", "Starter", 8, 20, { cancelledAfterDays: 75 }],
  ["obsidian", "Growth", 7, 1, { promotion: WELCOME }],
  ["tamarind", "Starter", 7, 10],
  ["meridian", "Europe", 7, 10, { monthsOfTerm: 12 }],
  ["peppercorn", "Starter", 7, 20],
  ["pinecrest", "Growth", 6, 1, { monthsOfTerm: 12, subscriptionAmount: "349" }],
  ["atlas", "Europe", 6, 10],
  ["cobalt", "Growth", 6, 20],
  ["verdant", "Starter", 5, 1],
  ["riverstone", "Europe", 5, 10],
  ["marlow", "Starter", 5, 20, { monthsOfTerm: 3 }],
  ["zephyr", "Europe", 4, 1, { monthsOfTerm: 24 }],
  ["caldera", "Starter", 4, 10],
  ["oakridge", "Starter", 3, 1],
  ["tessera", "Europe", 3, 10, { promotion: { ...WELCOME, says: "Grant for public collections" } }],
  ["kobalt", "Growth", 2, 1],
  // A second agreement, after the first one's term.
  ["coppercanyon", "Growth", 2, 1, { monthsOfTerm: 12, subscriptionAmount: "469" }],
  ["juniper", "Starter", 2, 20],
  ["polaris", "Growth", 1, 10],
  // Signed already, begins later.
  ["brightwater", "Growth", -1, 1, { monthsOfTerm: 12 }],
];

/** The contracts of the year before `today`, in the order of their starts. */
export const sampleContracts = (today: Day): SampleContract[] =>
  ROWS.map(([slug, plan, monthsAgo, day, special = {}]) => {
    const startDate = addDays(addMonths(`${today.slice(0, 8)}01`, -monthsAgo), day - 1);
    const { monthsOfTerm, subscriptionAmount, cancelledAfterDays, promotion } = special;
    return {
      ...{ slug, plan, startDate, subscriptionAmount },
      endDate: monthsOfTerm === undefined ? undefined : addMonths(startDate, monthsOfTerm),
      cancelledAt: cancelledAfterDays === undefined ? undefined : atNoon(addDays(startDate, cancelledAfterDays)),
      promotion: promotion && {
        grantedAt: atNoon(addDays(startDate, promotion.afterDays)),
        expiresAt: startOfDay(addDays(startDate, promotion.afterDays + promotion.days)),
        amount: { amountCents: promotion.cents },
        description: promotion.says,
      },
    };
  });

export const atNoon = (day: Day): Date => new Date(startOfDay(day).getTime() + 12 * 3_600_000);

/** What the company does with a final invoice, and when. Mostly it is paid. */
export function sampleInvoiceAction(
  { contract, periodIndex, finalizedAt }: { contract: number; periodIndex: number; finalizedAt: Date },
  status: "In Progress" | "Paid",
  yearEndsAt: Date,
): { readonly action: "mark-as-paid" | "cancel" | "refund"; readonly at: Date } | null {
  const after = (days: number) => new Date(finalizedAt.getTime() + days * 86_400_000 + contract * 1_000_000);
  const daysToPay = 4 + ((contract * 5 + periodIndex * 3) % 24);
  if (status === "Paid")
    return (contract * 13 + periodIndex * 5) % 31 === 8 ? { action: "refund", at: after(daysToPay + 8) } : null;
  if ((contract * 11 + periodIndex * 7) % 37 === 5) return { action: "cancel", at: after(2) };
  const isLatePayer = contract % 9 === 4 && yearEndsAt.getTime() - finalizedAt.getTime() < 75 * 86_400_000;
  return isLatePayer ? null : { action: "mark-as-paid", at: after(daysToPay) };
}

/** What replaces the list price of a subscription, as an override wants it. */
export const subscriptionOverride = (basePricingId: string, amount: string | undefined) =>
  amount === undefined ? undefined : [{ basePricingId, unitAmount: decimal(amount) }];
