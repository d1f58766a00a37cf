"use client";

import { ErrorNotice } from "@/components/ui/error-region";
import { ApiError } from "@/lib/client/api-error";

/** Says what to do about a breakdown that is not shown. */
export function UsageError({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return <ErrorNotice error={error} title={titleOf(error)} onRetry={onRetry} />;
}

function titleOf(error: unknown): string {
  const isRefused = error instanceof ApiError && error.code === "VALIDATION_ERROR";
  if (isRefused && error.message.startsWith("Narrow"))
    return "That is more than can be shown at once. Choose a shorter range, a larger window, or a group with fewer values.";
  if (isRefused) return "This usage cannot be shown.";
  if (error instanceof ApiError && error.status === 503)
    return "Usage cannot be read now. Events are accepted all the same, and count as soon as it can.";
  return "The usage could not be loaded.";
}
