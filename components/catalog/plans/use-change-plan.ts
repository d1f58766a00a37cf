"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEnvironment } from "@/components/shell/environment-provider";
import { announce } from "@/components/ui/live-region";
import type { ChangePlanBody, PlanJson } from "@/lib/api/schemas/plans";
import { changePlan, planQuery, plansQueryKey } from "@/lib/client/plans";

/** Saves what differs from the plan, so that a field somebody else changed meanwhile is not put back. */
export function useChangePlan(plan: PlanJson): (wanted: ChangePlanBody) => Promise<void> {
  const environment = useEnvironment();
  const queryClient = useQueryClient();
  const change = useMutation({
    mutationFn: (changes: ChangePlanBody) => changePlan(environment, plan.id, changes),
    onSuccess: async (changed) => {
      queryClient.setQueryData(planQuery(environment, plan.id).queryKey, changed);
      announce("Plan saved");
      await queryClient.invalidateQueries({ queryKey: plansQueryKey(environment) });
    },
  });
  return async (wanted) => {
    const changes = changesOf(plan, wanted);
    if (Object.keys(changes).length > 0) await change.mutateAsync(changes);
  };
}

function changesOf(plan: PlanJson, wanted: ChangePlanBody): ChangePlanBody {
  const known = new Map<string, unknown>(Object.entries(plan));
  const isSame = ([field, value]: [string, unknown]) => JSON.stringify(value) === JSON.stringify(known.get(field));
  return Object.fromEntries(Object.entries(wanted).filter((entry) => !isSame(entry)));
}
