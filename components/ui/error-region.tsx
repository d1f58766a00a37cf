"use client";

import { ApiError } from "@/lib/client/api-error";
import { Button } from "./button";
import { CopyButton } from "./copy-button";
import { Notice } from "./notice";

type ErrorNoticeProps = {
  error: unknown;
  /** What was not possible: "The keys could not be loaded." Without it the server's own message stands alone. */
  title?: string;
  onRetry?: () => void;
};

/** A failure where it happened: what failed, the server's message as callers get it, the request id, **Try again**. */
export function ErrorNotice({ error, title, onRetry }: ErrorNoticeProps) {
  const requestId = error instanceof ApiError ? error.requestId : null;
  const message = messageOf(error);
  return (
    <Notice tone="danger" role="alert" action={onRetry ? <Button onClick={onRetry}>Try again</Button> : null}>
      {title ? <p className="font-medium">{title}</p> : null}
      <p className={isOwnWords(error) ? "" : "font-mono"}>{message}</p>
      {requestId ? (
        <p className="flex flex-wrap items-center gap-1 text-xs">
          Request id <code className="break-all font-mono">{requestId}</code>
          <CopyButton thing="request id" text={requestId} />
        </p>
      ) : null}
    </Notice>
  );
}

function messageOf(error: unknown): string {
  if (error instanceof ApiError) return error.message;
  return "That did not work on our side.";
}

function isOwnWords(error: unknown): boolean {
  return !(error instanceof ApiError) || error.status === 0;
}
