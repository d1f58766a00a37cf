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
      <FaultList error={error} />
      {requestId ? (
        <p className="flex flex-wrap items-center gap-1 text-xs">
          Request id <code className="break-all font-mono">{requestId}</code>
          <CopyButton thing="request id" text={requestId} />
        </p>
      ) : null}
    </Notice>
  );
}

const FAULTS_SHOWN_MAX = 10;

/** What else the server says about it, line by line, unless the message says it already. */
function FaultList({ error }: { error: unknown }) {
  const all = error instanceof ApiError ? error.details.map(({ message }) => message) : [];
  const faults = [...new Set(all)].filter((fault) => fault !== messageOf(error));
  if (faults.length === 0) return null;
  return (
    <ul className="grid list-disc gap-0.5 pl-4 [overflow-wrap:anywhere]">
      {faults.slice(0, FAULTS_SHOWN_MAX).map((fault) => (
        <li key={fault}>{fault}</li>
      ))}
      {faults.length > FAULTS_SHOWN_MAX ? <li>and {faults.length - FAULTS_SHOWN_MAX} more</li> : null}
    </ul>
  );
}

function messageOf(error: unknown): string {
  if (error instanceof ApiError) return error.message;
  return "That did not work on our side.";
}

function isOwnWords(error: unknown): boolean {
  return !(error instanceof ApiError) || error.status === 0;
}
