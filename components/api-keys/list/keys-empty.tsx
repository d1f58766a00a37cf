"use client";

import { useQuery } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { useEnvironment } from "@/components/shell/environment-provider";
import { useBaseUrl } from "@/components/shell/use-base-url";
import { CodeBlock } from "@/components/ui/code-block";
import { EmptyState, FilteredEmpty } from "@/components/ui/empty-state";
import { apiKeyOverviewQuery } from "@/lib/client/api-keys";
import type { Viewer } from "@/lib/client/viewer";
import { CreateKeyLink } from "./create-key-link";
import { type FilterProps, hasFilters, withoutFilters } from "./list-state";

type KeysEmptyProps = FilterProps & { viewer: Viewer | undefined };

/** Nothing to show: because of the filters, or because nothing was made yet. */
export function KeysEmpty({ state, onChange, viewer }: KeysEmptyProps) {
  const environment = useEnvironment();
  const baseUrl = useBaseUrl();
  const revoked = useQuery(apiKeyOverviewQuery(environment)).data?.counts.revoked ?? 0;
  if (hasFilters(state)) return <FilteredEmpty onClear={() => onChange(withoutFilters(state))} />;
  const title = revoked > 0 ? `Every key in ${environment} is revoked.` : `No keys in ${environment} yet.`;
  return (
    <EmptyState icon={KeyRound} title={title} action={<CreateKeyLink viewer={viewer} quiet />}>
      {baseUrl ? (
        <div className="grid gap-2">
          <p className="text-muted">With a key, this works from any terminal:</p>
          <CodeBlock
            thing="curl command"
            code={`curl ${baseUrl}/v1/me \\\n  -H "Authorization: Bearer $MINTKEY_API_KEY"`}
          />
        </div>
      ) : null}
    </EmptyState>
  );
}
