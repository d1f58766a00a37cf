"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useEnvironment } from "@/components/shell/environment-provider";
import { PickerField, type PickerOption } from "@/components/ui/picker-field";
import type { PlanJson } from "@/lib/api/schemas/plans";
import { activePlansQuery } from "@/lib/client/contract-plan";
import { everyInterval } from "../../interval-words";

const SHOWN_MAX = 8;

type PlanPickerProps = { planId: string | null; onChoose: (planId: string | null) => void };

/** An active plan by a piece of its name. */
export function PlanPicker({ planId, onChoose }: PlanPickerProps) {
  const environment = useEnvironment();
  const [text, setText] = useState("");
  const plans = useQuery(activePlansQuery(environment));
  const found = plans.data?.find(({ id }) => id === planId);
  const isMissing = planId !== null && plans.data !== undefined && !found;
  // Already the choice of the link: sending before the list is there must not ask for it.
  const unread = planId !== null && !plans.data && { value: planId, label: plans.isError ? planId : "Loading…" };
  const wanted = text.trim().toLowerCase();
  const options = (plans.data ?? []).filter(({ name }) => name.toLowerCase().includes(wanted)).slice(0, SHOWN_MAX);
  return (
    <PickerField
      label="Plan"
      name="planId"
      chosen={found ? optionOf(found) : unread || null}
      onChoose={(option) => onChoose(option?.value ?? null)}
      options={options.map(optionOf)}
      text={text}
      onText={setText}
      error={isMissing ? `That plan is not an active one of ${environment}.` : undefined}
      status={statusOf(plans, options.length)}
      placeholder="Search plans by name"
      help="Its prices cannot be changed once a contract is on it."
    />
  );
}

function statusOf(plans: { isPending: boolean; isError: boolean }, shown: number): string | null {
  if (plans.isError) return "The plans could not be loaded.";
  if (plans.isPending) return "Loading…";
  return shown === 0 ? "No active plan matches." : null;
}

const optionOf = ({ id, name, currency, billingInterval }: PlanJson): PickerOption => ({
  value: id,
  label: name,
  note: `${currency}, ${everyInterval(billingInterval)}`,
});
