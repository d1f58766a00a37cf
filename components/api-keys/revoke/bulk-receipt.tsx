"use client";

import { CircleAlert, CircleCheck, Download } from "lucide-react";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Notice } from "@/components/ui/notice";
import type { BulkRevocation } from "@/lib/client/api-keys";
import { downloadCsv } from "@/lib/client/csv-file";
import type { Environment } from "@/lib/domain/environment";
import { count } from "@/lib/format";
import { receiptSentence } from "../key-facts/receipt-words";
import { ScrollList } from "../key-facts/scroll-list";

type Result = BulkRevocation["results"][number];

/** One receipt for all, then a line for each key; those that still work stand first. */
export function BulkReceipt({ answer }: { answer: BulkRevocation }) {
  const failed = failedOf(answer);
  const sentence = sentenceOf(answer);
  return (
    <>
      {sentence ? (
        <Notice tone="success">
          <p className="font-medium tabular-nums">{sentence}</p>
        </Notice>
      ) : null}
      {failed.length > 0 ? (
        <Notice tone="danger">
          <p className="font-medium">
            {failed.length === 1
              ? "1 key was not revoked. It still works."
              : `${failed.length} keys were not revoked. They still work.`}
          </p>
        </Notice>
      ) : null}
      <ScrollList label="Receipt of each key">
        {[...failed, ...revokedOf(answer)].map((result) => (
          <ResultLine key={result.keyId} result={result} />
        ))}
      </ScrollList>
    </>
  );
}

function ResultLine({ result }: { result: Result }) {
  const Icon = result.receipt ? CircleCheck : CircleAlert;
  return (
    <li className="flex gap-2 border-b px-3 py-1.5 last:border-b-0">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${result.receipt ? "text-success" : "text-danger"}`} />
      <span className="grid min-w-0">
        <span dir="auto" className="font-medium [overflow-wrap:anywhere]">
          {result.name ?? result.keyId}{" "}
          {result.hint ? <code className="font-mono font-normal text-xs">{result.hint}</code> : null}
        </span>
        <span className="text-muted tabular-nums">{outcomeOf(result)}</span>
      </span>
    </li>
  );
}

export function BulkReceiptFooter({ answer, environment, onDone }: BulkReceiptFooterProps) {
  const done = useRef<HTMLButtonElement>(null);
  useEffect(() => done.current?.focus(), []);
  return (
    <>
      <CopyButton thing="receipt" text={() => receiptText(answer)} variant="secondary" />
      <Button icon={Download} onClick={() => exportReceipt(answer, environment)}>
        Export CSV
      </Button>
      <Button ref={done} variant="primary" onClick={onDone}>
        Done
      </Button>
    </>
  );
}

type BulkReceiptFooterProps = { answer: BulkRevocation; environment: Environment; onDone: () => void };

export const revokedOf = ({ results }: BulkRevocation): Result[] => results.filter(({ receipt }) => receipt !== null);
const failedOf = ({ results }: BulkRevocation): Result[] => results.filter(({ receipt }) => receipt === null);

function sentenceOf(answer: BulkRevocation): string | null {
  const { receipt } = answer;
  if (!receipt) return null;
  return receiptSentence(`${count(revokedOf(answer).length, "key")} refused everywhere`, receipt.revokedAt, receipt);
}

const outcomeOf = ({ receipt, failure }: Result): string =>
  receipt ? receiptSentence("Refused everywhere", receipt.revokedAt, receipt) : (failure ?? "It still works.");

function receiptText(answer: BulkRevocation): string {
  const lines = answer.results.map(
    (result) => `${result.name ?? result.keyId} (${result.hint ?? result.keyId}): ${outcomeOf(result)}`,
  );
  return [sentenceOf(answer) ?? "No key was revoked.", ...lines].join("\n");
}

function exportReceipt(answer: BulkRevocation, environment: Environment): void {
  const rows = answer.results.map(({ keyId, name, hint, receipt, failure }) => [
    name ?? "",
    hint ?? "",
    keyId,
    receipt?.revokedAt ?? "",
    receipt ? String(receipt.serversConfirmed) : "",
    receipt ? String(receipt.serversExpected) : "",
    receipt ? String(receipt.elapsedMs) : "",
    failure ?? "",
  ]);
  const head = [
    "Name",
    "Hint",
    "Key id",
    "Revoked at",
    "Servers confirmed",
    "Servers expected",
    "Milliseconds",
    "Failure",
  ];
  downloadCsv(`mintkey-${environment}-revocation-receipt.csv`, [head, ...rows]);
}
