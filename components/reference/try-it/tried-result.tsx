"use client";

import { CircleAlert, CircleCheck, TriangleAlert } from "lucide-react";
import { Badge, type Tone } from "@/components/ui/badge";
import { CodeBlock } from "@/components/ui/code-block";
import { CopyText } from "@/components/ui/copy-text";
import { FieldFault } from "@/components/ui/field";
import type { TriedAnswer } from "@/lib/client/try-request";
import { formatNumber } from "@/lib/format";

type TriedResultProps = { outcome: { answer: TriedAnswer } | { failure: string } | null };

/** What came back. Its first line is read out when it arrives. */
export function TriedResult({ outcome }: TriedResultProps) {
  return (
    <div className="grid min-w-0 grid-cols-1 gap-3">
      <div role="status">
        {outcome === null ? null : "failure" in outcome ? (
          <FieldFault>{outcome.failure}</FieldFault>
        ) : (
          <StatusLine answer={outcome.answer} />
        )}
      </div>
      {outcome !== null && "answer" in outcome ? <AnswerParts answer={outcome.answer} /> : null}
    </div>
  );
}

function StatusLine({ answer: { status, statusText, durationMs } }: { answer: TriedAnswer }) {
  const { tone, icon } = lookOf(status);
  return (
    <p className="flex flex-wrap items-center gap-2">
      <Badge tone={tone} icon={icon}>
        {`${status} ${statusText}`.trim()}
      </Badge>{" "}
      <span className="text-muted tabular-nums">in {formatNumber(Math.round(durationMs))} ms</span>
    </p>
  );
}

function lookOf(status: number): { tone: Tone; icon: typeof CircleCheck } {
  if (status < 300) return { tone: "success", icon: CircleCheck };
  return status < 500 ? { tone: "warning", icon: TriangleAlert } : { tone: "danger", icon: CircleAlert };
}

function AnswerParts({ answer: { headers, body, requestId } }: { answer: TriedAnswer }) {
  return (
    <>
      {requestId ? (
        <p className="flex min-w-0 flex-wrap items-center gap-x-2">
          <span className="text-muted">Request id</span>
          <CopyText thing="request id" text={requestId} wraps />
        </p>
      ) : null}
      {body === "" ? null : <CodeBlock thing="body" owner="the answer" code={inLines(body)} copies={() => body} />}
      <details className="min-w-0">
        <summary className="w-fit cursor-pointer rounded-sm font-medium">Headers</summary>
        <dl className="grid grid-cols-1 gap-x-4 gap-y-1 pt-2 font-mono text-xs sm:grid-cols-[max-content_minmax(0,1fr)]">
          {headers.map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-muted">{name}</dt>
              <dd className="min-w-0 break-all">{value}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}

function inLines(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
