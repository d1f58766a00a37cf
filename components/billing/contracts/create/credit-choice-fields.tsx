"use client";

import { useState } from "react";
import { DecimalField } from "@/components/ui/decimal-field";
import { RadioField } from "@/components/ui/radio-group";
import type { ContractPlan } from "@/lib/client/contract-plan";
import { moneyOfCents } from "@/lib/money-format";
import { CREDIT_CHOICES, type CreditChoice } from "./contract-form";

/** The allowance that comes with the contract: the plan's, another one, or none. */
export function CreditChoiceFields({ plan, onChange }: { plan: ContractPlan; onChange: () => void }) {
  const [choice, setChoice] = useState<CreditChoice>("plan");
  const { currency } = plan;
  return (
    <>
      <RadioField
        label="Included credits"
        name="credits.choice"
        value={choice}
        onChange={(value) => {
          setChoice(CREDIT_CHOICES.find((each) => each === value) ?? "plan");
          onChange();
        }}
        options={[
          { value: "plan", label: `As the plan says: ${planWords(plan)}` },
          { value: "own", label: "Another amount" },
          { value: "none", label: "None" },
        ]}
      />
      {choice === "own" ? (
        <div className="grid items-start gap-3 sm:grid-cols-2">
          <DecimalField label="Amount" name="credits.amount" unit={currency} />
          <DecimalField
            label={`Worth of one credit, in minor units of ${currency}`}
            name="credits.rate"
            optional
            help={`1 is ${moneyOfCents(1, currency)}. Leave it empty to count money only.`}
          />
        </div>
      ) : null}
    </>
  );
}

const planWords = ({ creditGrantCents, currency }: ContractPlan): string =>
  creditGrantCents === null ? "none" : moneyOfCents(creditGrantCents, currency);
