"use client";

import { useState } from "react";
import { DecimalField } from "@/components/ui/decimal-field";
import { SmallTable } from "@/components/ui/small-table";
import { type Decimal, decimal, decimalText } from "@/lib/domain/decimal";
import type { Price } from "@/lib/domain/pricing";
import { rateLine } from "@/lib/domain/rating";
import { quantityText } from "@/lib/money-format";
import { costOf, tellingQuantities } from "./price-preview";

type CostTableProps = {
  /** Null while its amounts are not all there. */
  price: Price | null;
  /** The fee of a period. */
  flatAmount: Decimal | null;
};

const QUANTITY = /^(0|[1-9][0-9]{0,11})(\.[0-9]{1,12})?$/;

/** What a few quantities cost, and any other one. */
export function CostTable({ price, flatAmount }: CostTableProps) {
  const [tried, setTried] = useState("");
  if (!price) return <p className="text-muted">Once its amounts are there, this shows what quantities cost.</p>;
  const own = QUANTITY.test(tried.trim()) ? [decimal(tried.trim())] : [];
  const telling = tellingQuantities(price).filter((quantity) => !own.some((each) => each.eq(quantity)));
  return (
    <div className="grid min-w-0 gap-3">
      <SmallTable
        label="What it costs"
        columns={[
          { header: "Units", numeric: true },
          { header: "Cost", numeric: true },
          { header: "A unit", numeric: true },
        ]}
        rows={[...own, ...telling].map((quantity) => rowOf(price, flatAmount, quantity))}
      />
      {/* Outside the form's values: it has no name. */}
      <DecimalField
        label="Try a quantity"
        name=""
        value={tried}
        onChange={({ target }) => setTried(target.value)}
        // Enter would send the form around it.
        onKeyDown={(event) => (event.key === "Enter" ? event.preventDefault() : undefined)}
      />
      <p className="text-muted text-xs">
        The cost is exact{flatAmount?.gt(0) ? " and includes the fee of the period" : ""}; an invoice rounds each line
        once, to the currency of its plan. What a unit comes to is rounded to 6 digits.
      </p>
    </div>
  );
}

function rowOf(price: Price, flatAmount: Decimal | null, quantity: Decimal) {
  const cost = costOf(price, flatAmount, quantity);
  const { unitPrice } = rateLine(price, quantity, "USD");
  return {
    key: decimalText(quantity),
    cells: [quantityText(quantity), quantityText(cost), quantityText(unitPrice.decimalPlaces(6))],
  };
}
