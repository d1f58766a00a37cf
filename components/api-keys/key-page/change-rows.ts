import { z } from "zod";
import type { AuditEntryJson } from "@/lib/dashboard-api/schemas/audit-log";
import { duration, exactTime } from "@/lib/format";
import { REASON_WORDS } from "../key-facts/words";

export type ChangeRow = { label: string; before: string; after: string };
export type DetailRow = { label: string; text: string };

const LABELS: Record<string, string> = {
  name: "Name",
  note: "Note",
  scopes: "Scopes",
  allowedIps: "IP rules",
  expiresAt: "Expiry",
  secrets: "Secrets",
  status: "Status",
};

/** Before and after of everything an entry changed, in words. */
export function changeRowsOf({ before, after }: AuditEntryJson): ChangeRow[] {
  if (!after) return [];
  return Object.keys(after).map((name) => ({
    label: LABELS[name] ?? name,
    before: wordsOf(name, before?.[name]),
    after: wordsOf(name, after[name]),
  }));
}

/** Why and how, as far as the entry tells. Hints stand among the changes already. */
export function detailRowsOf({ details }: AuditEntryJson): DetailRow[] {
  const known = knownDetails.safeParse(details);
  if (!known.success) return [];
  const { reason, note, gracePeriodSeconds: grace } = known.data;
  return [
    ...(reason ? [{ label: "Reason", text: reasonWords(reason) }] : []),
    ...(note ? [{ label: "Note", text: note }] : []),
    ...(grace === undefined ? [] : [{ label: "Old secret", text: graceWordsOf(grace) }]),
  ];
}

const knownDetails = z.object({
  reason: z.string().optional(),
  note: z.string().optional(),
  gracePeriodSeconds: z.number().optional(),
});

const secretList = z.array(z.object({ hint: z.string(), endsAt: z.string().nullable() }));
const textList = z.array(z.string());

const graceWordsOf = (grace: number): string =>
  grace === 0 ? "ended at once" : `kept working for ${duration(grace * 1_000)}`;

const reasonWords = (reason: string): string =>
  Object.entries(REASON_WORDS).find(([code]) => code === reason)?.[1] ?? reason;

function wordsOf(name: string, value: unknown): string {
  if (name === "expiresAt") return typeof value === "string" ? exactTime(value) : "Never";
  if (name === "secrets") return secretWords(value);
  const list = textList.safeParse(value);
  if (list.success) return list.data.length > 0 ? list.data.join(", ") : name === "allowedIps" ? "Any address" : "None";
  if (typeof value === "string") return value === "" ? "None" : value;
  return value === undefined || value === null ? "None" : JSON.stringify(value);
}

function secretWords(value: unknown): string {
  const secrets = secretList.safeParse(value);
  if (!secrets.success) return "None";
  return secrets.data.map(({ hint, endsAt }) => (endsAt ? `${hint} ends ${exactTime(endsAt)}` : hint)).join("\n");
}
