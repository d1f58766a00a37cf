import { Facts } from "@/components/ui/facts";
import { type Decimal, decimal, divideHalfUp } from "@/lib/domain/decimal";
import { rateLine } from "@/lib/domain/rating";
import { count } from "@/lib/format";
import { money, moneyOfCents, quantityText } from "@/lib/money-format";
import { priceOfJson } from "../prices/price-preview";
import { intervalWords } from "../prices/price-words";
import type { PlanDraft } from "./plan-form";

/** What a customer of this plan is billed, as far as the form says so. */
export function PlanSummary({ draft }: { draft: PlanDraft }) {
  const { currency, items, netTerms, creditGrant, creditRate } = draft;
  const recurring = items.filter(({ pricing }) => pricing.billingMode === "RECURRING" && pricing.model !== "USAGE");
  const once = items.filter(({ pricing }) => pricing.billingMode === "ONE_TIME");
  const metered = items.filter(({ pricing }) => pricing.model === "USAGE");
  const every = items.find(({ pricing }) => pricing.priceInterval)?.pricing;
  return (
    <Facts
      facts={[
        { label: "Billed", value: every ? intervalWords(every) : "Not known yet" },
        { label: "Fixed", value: <span className="tabular-nums">{fixedAmount(recurring, currency)}</span> },
        ...(once.length > 0 ? [{ label: "Once", value: fixedAmount(once, currency) }] : []),
        ...(metered.length > 0
          ? [{ label: "By usage", value: metered.map(({ pricing }) => pricing.name).join(", ") }]
          : []),
        {
          label: "Due",
          value: /^\d{1,3}$/.test(netTerms) ? `${count(Number(netTerms), "day")} after the invoice` : "…",
        },
        { label: "Credit", value: creditWords(creditGrant, creditRate, currency) },
      ]}
    />
  );
}

const QUANTITY = /^[1-9][0-9]{0,9}$/;

/** The lines of a period that do not depend on usage, each rounded as an invoice rounds it. */
function fixedAmount(items: PlanDraft["items"], currency: string): string {
  const lines = items.map(({ pricing, quantity }) => {
    const { price } = priceOfJson(pricing);
    return QUANTITY.test(quantity) ? rateLine(price, decimal(quantity), currency).totalAmountCents : 0n;
  });
  return moneyOfCents(
    lines.reduce((sum, cents) => sum + cents, 0n),
    currency,
  );
}

const AMOUNT = /^(0|[1-9][0-9]{0,11})(\.[0-9]{1,12})?$/;

function creditWords(grant: string, rate: string, currency: string): string {
  if (!AMOUNT.test(grant) || decimal(grant).isZero()) return "None";
  return `${money(grant, currency)}${inCredits(decimal(grant), rate)}`;
}

function inCredits(grant: Decimal, rate: string): string {
  if (!AMOUNT.test(rate) || decimal(rate).isZero()) return "";
  return `, ${quantityText(divideHalfUp(grant, decimal(rate), 6))} credits`;
}
