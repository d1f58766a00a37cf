"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useEnvironment } from "@/components/shell/environment-provider";
import { Card } from "@/components/ui/card";
import { ErrorNotice } from "@/components/ui/error-region";
import { plansQuery } from "@/lib/client/plans";
import { planPath } from "@/lib/paths";
import { ArchiveBadge } from "../archive-badge";

/** Which plans use a price. */
export function PlansOfPrice({ pricingId }: { pricingId: string }) {
  const environment = useEnvironment();
  const plans = useQuery(plansQuery(environment, { pricingId, status: "all" }));
  const found = plans.data?.data;
  const hidden = (plans.data?.total ?? 0) - (found?.length ?? 0);
  return (
    <Card title="Plans with this price">
      {plans.error ? (
        <ErrorNotice error={plans.error} title="The plans could not be loaded." onRetry={() => void plans.refetch()} />
      ) : null}
      {found?.length === 0 ? <p className="text-muted">No plan uses this price yet.</p> : null}
      {found && found.length > 0 ? (
        <ul className="grid gap-2">
          {found.map(({ id, name, status }) => (
            <li key={id} className="flex min-w-0 flex-wrap items-center gap-2">
              <Link href={planPath(environment, id)} className="min-w-0 underline [overflow-wrap:anywhere]">
                {name}
              </Link>
              {status === "archived" ? <ArchiveBadge archived /> : null}
            </li>
          ))}
          {hidden > 0 ? <li className="text-muted">and {hidden} more</li> : null}
        </ul>
      ) : null}
    </Card>
  );
}
