"use client";

import { ErrorNotice } from "@/components/ui/error-region";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";

type PageErrorProps = { error: Error & { digest?: string }; reset: () => void };

/** A page that failed while it was drawn. The shell around it works on. */
export default function PageError({ error, reset }: PageErrorProps) {
  return (
    <PageBody width="form">
      <PageHeader title="This page could not be shown" />
      <ErrorNotice error={error} onRetry={reset} />
      {error.digest ? (
        <p className="text-muted">
          The server's log names it <code className="font-mono">{error.digest}</code>.
        </p>
      ) : null}
    </PageBody>
  );
}
