"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import { Card } from "@/components/ui/card";
import { DecimalField } from "@/components/ui/decimal-field";
import { ErrorNotice } from "@/components/ui/error-region";
import { Skeleton } from "@/components/ui/skeleton";
import { TextField } from "@/components/ui/text-field";
import type { ContractPlan } from "@/lib/client/contract-plan";
import { count } from "@/lib/format";
import { CustomerPicker } from "../../customer-picker";
import { MetadataFields } from "../metadata-fields";
import { CreditChoiceFields } from "./credit-choice-fields";
import { OverrideFields } from "./override-fields";
import { PlanPicker } from "./plan-picker";

type ContractFieldsProps = {
  customerId: string | null;
  onCustomer: (customerId: string | null) => void;
  planId: string | null;
  onPlan: (planId: string | null) => void;
  plan: UseQueryResult<ContractPlan>;
  onChange: () => void;
};

export function ContractFields(props: ContractFieldsProps) {
  const { customerId, onCustomer, planId, onPlan, plan, onChange } = props;
  return (
    <>
      <Card title="Who and what">
        <CustomerPicker name="customerId" customerId={customerId} onChoose={onCustomer} />
        <PlanPicker planId={planId} onChoose={onPlan} />
      </Card>
      <Card title="Term" description="Days are UTC.">
        <div className="grid items-start gap-3 sm:grid-cols-2">
          <TextField
            label="Start"
            name="startDate"
            type="date"
            required
            help="Every period is counted from here. Up to 400 days back or 5 years ahead."
          />
          <TextField
            label="End"
            name="endDate"
            type="date"
            optional
            help="The first day no longer covered. Empty: rolling, until cancelled."
          />
        </div>
        <DecimalField
          label="Payment terms in days"
          name="netTerms"
          whole
          optional
          help={`From the invoice date to the due date. Empty: the plan's${plan.data ? ` ${count(plan.data.netTerms, "day")}` : ""}.`}
        />
      </Card>
      <Card title="Prices of its own" description="An empty field is the list price of the plan.">
        <OfPlan planId={planId} plan={plan}>
          {(chosen) => <OverrideFields key={chosen.id} plan={chosen} />}
        </OfPlan>
      </Card>
      <Card title="Credits" description="An allowance that pays metered lines first. It is granted once.">
        <OfPlan planId={planId} plan={plan}>
          {(chosen) => <CreditChoiceFields key={chosen.id} plan={chosen} onChange={onChange} />}
        </OfPlan>
      </Card>
      <Card title="Metadata" description="Your own facts about this contract. None is needed.">
        <MetadataFields onChange={onChange} />
      </Card>
    </>
  );
}

type OfPlanProps = {
  planId: string | null;
  plan: UseQueryResult<ContractPlan>;
  children: (plan: ContractPlan) => React.ReactNode;
};

/** Fields that follow from the plan. */
function OfPlan({ planId, plan, children }: OfPlanProps) {
  if (planId === null) return <p className="text-muted">Choose a plan first.</p>;
  if (plan.data) return children(plan.data);
  if (!plan.isError) return <Skeleton className="w-3/5" />;
  return <ErrorNotice error={plan.error} title="The plan could not be loaded." onRetry={() => void plan.refetch()} />;
}
