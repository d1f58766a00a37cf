"use client";

import { useState } from "react";
import { EditableCard } from "@/components/shell/editable-card";
import { CopyText } from "@/components/ui/copy-text";
import { Facts } from "@/components/ui/facts";
import { TimeAgo } from "@/components/ui/time-ago";
import type { PlanJson } from "@/lib/api/schemas/plans";
import { decimal, divideHalfUp } from "@/lib/domain/decimal";
import { count } from "@/lib/format";
import { moneyOfCents, quantityText } from "@/lib/money-format";
import { CreditFields, DetailsFields } from "./plan-fields";
import { planDetailsForm } from "./plan-form";
import { useChangePlan } from "./use-change-plan";

/** Name, currency, terms and credit, editable in their place. */
export function PlanDetails({ plan, refusal }: { plan: PlanJson; refusal: string | null }) {
  const change = useChangePlan(plan);
  const { currency, creditGrantCents, creditSettings } = plan;
  return (
    <EditableCard
      title="Details"
      refusal={refusal}
      schema={planDetailsForm}
      save={change}
      fields={() => <Fields plan={plan} />}
    >
      <Facts
        facts={[
          { label: "Plan id", value: <CopyText text={plan.id} thing="plan id" wraps /> },
          { label: "Description", value: plan.description ?? <span className="text-muted">None</span> },
          { label: "Currency", value: currency },
          { label: "Net terms", value: `${count(plan.netTerms, "day")} after the invoice` },
          {
            label: "Included credit",
            value: creditGrantCents ? (
              <span className="tabular-nums">
                {moneyOfCents(creditGrantCents, currency)}, granted once per contract
              </span>
            ) : (
              <span className="text-muted">None</span>
            ),
          },
          ...(creditSettings
            ? [{ label: "One credit", value: creditWords(plan, creditSettings.creditRateCents) }]
            : []),
          { label: "Created", value: <TimeAgo at={plan.createdAt} /> },
          { label: "Last changed", value: <TimeAgo at={plan.updatedAt} /> },
          ...(plan.archivedAt ? [{ label: "Archived", value: <TimeAgo at={plan.archivedAt} /> }] : []),
        ]}
      />
    </EditableCard>
  );
}

function Fields({ plan }: { plan: PlanJson }) {
  const [currency, setCurrency] = useState(plan.currency);
  return (
    <div
      className="grid gap-4"
      onChange={({ target }) => {
        if (target instanceof HTMLSelectElement && target.name === "currency") setCurrency(target.value);
      }}
    >
      <DetailsFields plan={plan} />
      <CreditFields plan={plan} currency={currency} />
    </div>
  );
}

function creditWords({ creditGrantCents, currency }: PlanJson, rateCents: number): string {
  const worth = `Worth ${moneyOfCents(decimal(rateCents), currency)}`;
  if (!creditGrantCents) return worth;
  return `${worth}; the grant is ${quantityText(divideHalfUp(decimal(creditGrantCents), decimal(rateCents), 6))} credits`;
}
