"use client";

import { Card } from "@/components/ui/card";
import { DecimalField } from "@/components/ui/decimal-field";
import { RadioField } from "@/components/ui/radio-group";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { IntervalFields } from "./interval-fields";
import { MeterField } from "./meter-field";
import type { PriceDraft } from "./price-form";
import { MODEL_OPTIONS, tieringOptions } from "./price-words";
import { ProductField } from "./product-field";
import { TierRows } from "./tier-rows";

type PriceFieldsProps = {
  draft: PriceDraft;
  /** The meter that a link asked for. */
  meterId: string;
  /** Something changed that is no input. */
  onChange: () => void;
};

/** Everything a price can have; what its kind has no use for is hidden, and keeps what was typed. */
export function PriceFields({ draft, meterId, onChange }: PriceFieldsProps) {
  const { asks, model, tiering, tiers } = draft;
  const tierings = tieringOptions(model);
  return (
    <>
      <Card title="Details">
        <TextField label="Name" name="name" help="Stands on the invoice’s line, for instance “API calls”." />
        <ProductField />
        <TextArea label="Description" name="description" optional rows={2} />
      </Card>
      <Card title="Model" description="What is multiplied.">
        <RadioField label="Model" labelHidden name="model" look="cards" options={MODEL_OPTIONS} defaultValue="USAGE" />
        <div hidden={model !== "USAGE"}>
          <MeterField meterId={meterId} onLoaded={onChange} />
        </div>
      </Card>
      <Card title="Amounts" description="In the currency of the plan that uses this price.">
        {tierings.length > 1 ? (
          <RadioField
            key={model}
            label="How units are charged"
            name="tiering"
            look="cards"
            options={tierings}
            defaultValue={tiering}
          />
        ) : null}
        <div hidden={!asks.unitAmount}>
          <DecimalField
            label={asks.packageSize ? "Each package" : "Each unit"}
            name="unitAmount"
            help="A decimal such as 0.008, with up to 12 digits after the point."
          />
        </div>
        <div hidden={!asks.packageSize}>
          <DecimalField label="Units in a package" name="packageSize" />
        </div>
        <div hidden={!asks.tiers}>
          <TierRows tiers={tiers} onChange={onChange} />
        </div>
        <div hidden={!asks.flatAmount}>
          <DecimalField
            label="Fee each period"
            name="flatAmount"
            optional
            help="A line of its own on every invoice, also without usage."
          />
        </div>
      </Card>
      <IntervalFields draft={draft} />
    </>
  );
}
