import type { ChangedApiKey, RotatedApiKey } from "@/lib/client/api-keys";
import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import { dayAndTime, relativeTime } from "@/lib/format";
import { receiptSentence } from "../key-facts/receipt-words";
import { endingSecretOf } from "../key-facts/secrets-of-key";
import type { RotateGrace } from "./grace";

const SHORT: Record<RotateGrace, string> = {
  0: "now",
  900: "15 min",
  3600: "1 h",
  21600: "6 h",
  86400: "24 h",
  604800: "7 days",
};

/** "New secret works. Old one ends in 24 h." */
export function rotationSentence(key: RotatedApiKey, grace: RotateGrace): string {
  if (grace === 0) {
    return `New secret works. ${receiptSentence("Old one refused everywhere", key.receipt.effectiveAt, key.receipt)}`;
  }
  const old = endingSecretOf(key);
  const isCut = old?.expiresAt !== null && old?.expiresAt === key.expiresAt;
  return `New secret works. Old one ends ${isCut ? "with the key" : `in ${SHORT[grace]}`}.`;
}

export const finishSentence = ({ receipt }: ChangedApiKey): string =>
  receipt
    ? receiptSentence("Old secret refused everywhere", receipt.effectiveAt, receipt)
    : "The rotation is finished.";

export const rollBackSentence = ({ receipt }: ChangedApiKey): string =>
  receipt
    ? receiptSentence("New secret refused everywhere", receipt.effectiveAt, receipt)
    : "The rotation is rolled back.";

export function extendSentence(key: ChangedApiKey): string {
  const end = endingSecretOf(key)?.expiresAt;
  const what = end ? `Old secret works until ${dayAndTime(end)}.` : "The rotation is extended.";
  return key.receipt ? `${what} ${receiptSentence("Changed everywhere", key.receipt.effectiveAt, key.receipt)}` : what;
}

/** "last used 5 minutes ago: GET /v1/me 200", "never used". */
export function wordsOfUse(use: ApiKeyJson["lastUsed"] | ApiKeyJson["secrets"][number]["lastUsed"], now: Date): string {
  return use ? `last used ${relativeTime(use.at, now)}: ${use.route} ${use.status}` : "never used";
}
