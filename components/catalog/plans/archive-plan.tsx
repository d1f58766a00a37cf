"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEnvironment } from "@/components/shell/environment-provider";
import type { PlanJson } from "@/lib/api/schemas/plans";
import { archivePlan, plansQueryKey } from "@/lib/client/plans";
import { ArchiveButton } from "../archive-button";

export function ArchivePlan({ plan }: { plan: PlanJson }) {
  const environment = useEnvironment();
  const queryClient = useQueryClient();
  const archive = async () => {
    await archivePlan(environment, plan.id);
    await queryClient.invalidateQueries({ queryKey: plansQueryKey(environment) });
  };
  return (
    <ArchiveButton
      noun="plan"
      things="plans"
      name={plan.name}
      body="It takes no new contract and cannot be changed any more. Running contracts go on. Archiving cannot be undone."
      archive={archive}
    />
  );
}
