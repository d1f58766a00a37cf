"use client";

import { useQuery } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { useEnvironment } from "@/components/shell/environment-provider";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorNotice } from "@/components/ui/error-region";
import { PageBody } from "@/components/ui/page-body";
import { type Crumb, PageHeader } from "@/components/ui/page-header";
import { Skeleton, useSkeleton } from "@/components/ui/skeleton";
import { ApiError } from "@/lib/client/api-error";
import { apiKeyQuery } from "@/lib/client/api-keys";
import type { Environment } from "@/lib/domain/environment";
import { apiKeysPath } from "@/lib/paths";
import { KeyScreen } from "./key-screen";

/** How often the page looks again: last use is at most 2 s old, and a rotation ends by itself. */
const REFRESH_MS = 5_000;

const crumbsOf = (environment: Environment): Crumb[] => [
  { label: "Settings" },
  { label: "API keys", href: apiKeysPath(environment) },
];

type KeyPageProps = { keyId: string; recentRequests: ReactNode };

/** One key: what it is, what it may do, and everything that was done to it. */
export function KeyPage({ keyId, recentRequests }: KeyPageProps) {
  const environment = useEnvironment();
  const { data, error, refetch } = useQuery({ ...apiKeyQuery(environment, keyId), refetchInterval: REFRESH_MS });
  if (data) {
    return (
      <KeyScreen
        apiKey={data}
        crumbs={crumbsOf(environment)}
        recentRequests={recentRequests}
        failure={error}
        onRetry={() => void refetch()}
      />
    );
  }
  if (!error) return <KeySkeleton />;
  if (error instanceof ApiError && error.status === 404) return <KeyNotFound environment={environment} />;
  return (
    <PageBody>
      <PageHeader title="API key" breadcrumb={crumbsOf(environment)} />
      <ErrorNotice error={error} title="The key could not be loaded." onRetry={() => void refetch()} />
    </PageBody>
  );
}

function KeyNotFound({ environment }: { environment: Environment }) {
  return (
    <PageBody>
      <PageHeader title="Key not found" breadcrumb={crumbsOf(environment)} />
      <div className="rounded-lg border bg-surface">
        <EmptyState
          icon={KeyRound}
          title={`There is no such key in ${environment}.`}
          action={
            <Link href={apiKeysPath(environment)} className={buttonClass("primary")}>
              Show all API keys
            </Link>
          }
        />
      </div>
    </PageBody>
  );
}

function KeySkeleton() {
  const shown = useSkeleton(true);
  return (
    <PageBody>
      <section aria-label="API key" aria-busy className={`grid gap-6 ${shown ? "" : "invisible"}`}>
        <Skeleton className="h-7 w-64" />
        <Skeleton className="h-9 w-full" />
        <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_24rem]">
          <Skeleton className="h-96" />
          <Skeleton className="h-72" />
        </div>
      </section>
    </PageBody>
  );
}
