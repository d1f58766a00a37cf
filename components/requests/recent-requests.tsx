"use client";

import { useQuery } from "@tanstack/react-query";
import { Waypoints } from "lucide-react";
import Link from "next/link";
import { useEnvironment } from "@/components/shell/environment-provider";
import { buttonClass } from "@/components/ui/button-class";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { requestsQuery } from "@/lib/client/requests";
import { requestsPath } from "@/lib/paths";
import { requestColumns } from "./request-columns";
import { RequestsCurl } from "./requests-curl";
import { requestRowId } from "./use-live-requests";

const SHOWN = 10;
const REFRESH_MS = 5_000;

/** The last requests of one key. */
export function RecentRequests({ keyId }: { keyId: string }) {
  const environment = useEnvironment();
  const recent = useQuery({ ...requestsQuery(environment, { keyId }, { limit: SHOWN }), refetchInterval: REFRESH_MS });
  return (
    <Card
      title="Recent requests"
      actions={
        <Link href={requestsPath(environment, { key: keyId })} className={buttonClass("secondary")}>
          See all requests
        </Link>
      }
    >
      <DataTable
        label="Recent requests"
        columns={requestColumns(environment, false)}
        rows={recent.data?.data}
        rowId={requestRowId}
        pending={recent.isPending}
        error={recent.error}
        errorTitle="The requests could not be loaded."
        onRetry={() => void recent.refetch()}
        empty={
          <EmptyState icon={Waypoints} title="No requests with this key in 90 days.">
            <RequestsCurl />
          </EmptyState>
        }
      />
    </Card>
  );
}
