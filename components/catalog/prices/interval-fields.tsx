"use client";

import { Card } from "@/components/ui/card";
import { DecimalField } from "@/components/ui/decimal-field";
import { RadioField } from "@/components/ui/radio-group";
import { SelectField } from "@/components/ui/select";
import { PRICE_INTERVALS } from "@/lib/domain/pricing";
import type { PriceDraft } from "./price-form";

const INTERVAL_WORDS = { WEEK: "weeks", MONTH: "months", YEAR: "years" } as const;
const INTERVAL_OPTIONS = PRICE_INTERVALS.map((interval) => ({ value: interval, label: INTERVAL_WORDS[interval] }));

/** How often it is billed. Usage always recurs. */
export function IntervalFields({ draft: { model, billingMode } }: { draft: PriceDraft }) {
  return (
    <Card title="Billing" description="All recurring prices of a plan share one interval.">
      {model === "USAGE" ? null : (
        <RadioField
          label="Billed"
          name="billingMode"
          look="cards"
          options={[
            { value: "RECURRING", label: "Recurring", help: "Again in every period of the contract." },
            { value: "ONE_TIME", label: "Once", help: "On the first invoice of a contract." },
          ]}
          defaultValue={billingMode}
        />
      )}
      <div hidden={billingMode !== "RECURRING"} className="[&:not([hidden])]:grid grid-cols-2 gap-4 sm:max-w-80">
        <DecimalField label="Every" name="priceIntervalCount" whole defaultValue="1" />
        <SelectField label="Interval" name="priceInterval" options={INTERVAL_OPTIONS} defaultValue="MONTH" />
      </div>
    </Card>
  );
}
