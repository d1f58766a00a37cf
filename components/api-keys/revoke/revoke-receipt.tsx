"use client";

import Link from "next/link";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { CopyButton } from "@/components/ui/copy-button";
import { Notice } from "@/components/ui/notice";
import type { RevokedApiKey } from "@/lib/client/api-keys";
import { exactTimeMs, utcTime } from "@/lib/format";
import { replacementPath } from "../key-facts/copied-settings";
import { receiptSentence } from "../key-facts/receipt-words";
import { REASON_WORDS } from "../key-facts/words";

/** The proof: since when, and who confirmed. */
export function RevokeReceipt({ apiKey }: { apiKey: RevokedApiKey }) {
  return (
    <Notice tone="success">
      <p className="font-medium tabular-nums">{sentenceOf(apiKey)}</p>
      <p className="tabular-nums">{lastAcceptedOf(apiKey)}</p>
    </Notice>
  );
}

export function RevokeReceiptFooter({ apiKey, onDone }: { apiKey: RevokedApiKey; onDone: () => void }) {
  const done = useRef<HTMLButtonElement>(null);
  useEffect(() => done.current?.focus(), []);
  return (
    <>
      <CopyButton thing="receipt" text={() => receiptText(apiKey)} variant="secondary" />
      <Link href={replacementPath(apiKey)} className={buttonClass("secondary")}>
        Create a replacement
      </Link>
      <Button ref={done} variant="primary" onClick={onDone}>
        Done
      </Button>
    </>
  );
}

const sentenceOf = ({ receipt }: RevokedApiKey): string =>
  receiptSentence("Refused everywhere", receipt.revokedAt, receipt);

function lastAcceptedOf({ lastUsed }: RevokedApiKey): string {
  if (!lastUsed) return "It was never used.";
  const from = lastUsed.ip ?? "an unknown address";
  return `Last accepted request: ${exactTimeMs(lastUsed.at)}, ${lastUsed.route} from ${from}.`;
}

function receiptText(apiKey: RevokedApiKey): string {
  return [
    `${apiKey.name} (${apiKey.hint}, ${apiKey.environment}) is revoked.`,
    `${sentenceOf(apiKey)} (${utcTime(apiKey.receipt.revokedAt)})`,
    lastAcceptedOf(apiKey),
    apiKey.revocationReason ? `Reason: ${REASON_WORDS[apiKey.revocationReason]}` : "",
    `Key id: ${apiKey.id}`,
  ]
    .filter(Boolean)
    .join("\n");
}
