"use client";

import { DecimalField } from "@/components/ui/decimal-field";
import { tierRange } from "@/components/ui/tier-table";
import type { PricingJson } from "@/lib/api/schemas/pricing";
import type { ContractPlan } from "@/lib/client/contract-plan";
import { amountText, quantityText } from "@/lib/money-format";

/** Beside each list price, room for another one. */
export function OverrideFields({ plan }: { plan: ContractPlan }) {
  return (
    <div className="grid gap-6">
      {plan.pricings.map((pricing, at) => (
        <fieldset key={pricing.id} className="grid min-w-0 gap-3">
          <legend className="mb-2 flex flex-wrap items-baseline gap-x-2 font-medium [overflow-wrap:anywhere]">
            {pricing.name}
            <span className="font-normal text-muted text-xs">{kindWords(pricing)}</span>
          </legend>
          <PricingFields pricing={pricing} place={`overrides.${at}`} currency={plan.currency} />
        </fieldset>
      ))}
    </div>
  );
}

type PricingFieldsProps = { pricing: PricingJson; place: string; currency: string };

function PricingFields({ pricing, place, currency }: PricingFieldsProps) {
  const { unitAmount, flatAmount, pricingTiers, model } = pricing;
  return (
    <>
      <div className="grid items-start gap-3 sm:grid-cols-2">
        {unitAmount === null ? null : (
          <AmountField label="Unit amount" name={`${place}.unitAmount`} list={unitAmount} currency={currency} />
        )}
        {flatAmount === null || model !== "USAGE" ? null : (
          <AmountField
            label="Flat amount a period"
            name={`${place}.flatAmount`}
            list={flatAmount}
            currency={currency}
          />
        )}
      </div>
      {pricingTiers?.map((tier, at) => (
        <div key={tier.minQty} className="grid items-start gap-3 sm:grid-cols-2">
          <AmountField
            label={`Each of ${tierRange(tier)}`}
            name={`${place}.tiers.${at}.unitAmount`}
            list={tier.unitAmount}
            currency={currency}
          />
          <AmountField
            label={`Flat from ${quantityText(tier.minQty)} on`}
            name={`${place}.tiers.${at}.flatAmount`}
            list={tier.flatAmount}
            currency={currency}
          />
        </div>
      ))}
    </>
  );
}

type AmountFieldProps = { label: string; name: string; list: string; currency: string };

function AmountField({ label, name, list, currency }: AmountFieldProps) {
  return (
    <DecimalField
      label={label}
      name={name}
      unit={currency}
      optional
      help={`List price ${amountText(list, currency)}`}
    />
  );
}

function kindWords({ model, packageSize, tiering }: PricingJson): string {
  if (packageSize) return `Usage, a package of ${quantityText(packageSize)}`;
  const kind = model === "USAGE" ? "Usage" : "A fixed quantity";
  return tiering === "NONE" ? kind : `${kind}, ${tiering.toLowerCase()} tiers`;
}
