"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import type { LucideIcon } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorNotice } from "@/components/ui/error-region";
import { PageBody } from "@/components/ui/page-body";
import { type Crumb, PageHeader } from "@/components/ui/page-header";
import { Skeleton, useSkeleton } from "@/components/ui/skeleton";
import { ApiError } from "@/lib/client/api-error";
import { useEnvironment } from "./environment-provider";

type OneThingProps<Thing> = {
  query: UseQueryResult<Thing>;
  /** "Customer": of what the page is. */
  noun: string;
  icon: LucideIcon;
  breadcrumb: readonly Crumb[];
  /** The way back when there is no such thing. */
  list: { label: string; href: string };
  children: (thing: Thing) => ReactNode;
};

/** The page of one thing by its id: loading, missing and failed forms around what is shown when it is there. */
export function OneThing<Thing>({ query, noun, icon, breadcrumb, list, children }: OneThingProps<Thing>) {
  const environment = useEnvironment();
  const { data, error } = query;
  if (data !== undefined) return children(data);
  if (query.isPending) return <OneThingSkeleton noun={noun} />;
  const isMissing = error instanceof ApiError && error.status === 404;
  return (
    <PageBody>
      <PageHeader title={noun} breadcrumb={breadcrumb} />
      {isMissing ? (
        <div className="rounded-lg border bg-surface">
          <EmptyState
            icon={icon}
            title={`This ${noun.toLowerCase()} does not exist in ${environment}.`}
            action={
              <Link href={list.href} className={buttonClass("secondary")}>
                Back to {list.label.toLowerCase()}
              </Link>
            }
          />
        </div>
      ) : (
        <ErrorNotice
          error={error}
          title={`The ${noun.toLowerCase()} could not be loaded.`}
          onRetry={() => void query.refetch()}
        />
      )}
    </PageBody>
  );
}

const LINES = ["w-2/5", "w-3/5", "w-1/3", "w-1/2", "w-2/5"] as const;

/** The shape of the page. No heading yet: the thing's name is the heading. */
function OneThingSkeleton({ noun }: { noun: string }) {
  const shown = useSkeleton(true);
  return (
    <PageBody>
      <section aria-label={noun} aria-busy className={shown ? "grid gap-6" : "invisible grid gap-6"}>
        <Skeleton className="h-6 w-60 max-w-full" />
        <div className="grid gap-4 rounded-lg border bg-surface p-4">
          {LINES.map((width, at) => (
            <Skeleton key={`${width}-${at}`} className={width} />
          ))}
        </div>
      </section>
    </PageBody>
  );
}
