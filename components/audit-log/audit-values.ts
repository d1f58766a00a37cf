import type { ChangedField } from "@/components/ui/difference";
import type { AuditEntryJson } from "@/lib/dashboard-api/schemas/audit-log";
import { auditFieldName } from "@/lib/domain/audit-sentence";
import { duration, exactTime, formatNumber } from "@/lib/format";

type Facts = AuditEntryJson["before"];

/** Before and after, field by field. */
export function changedFields(before: Facts, after: Facts): ChangedField[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields.map((field) => ({
    label: auditFieldName(field),
    before: linesOf(field, before?.[field]),
    after: linesOf(field, after?.[field]),
  }));
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

const REASONS: Readonly<Record<string, string>> = {
  LEAKED: "Leaked or suspected leak",
  UNUSED: "No longer needed",
  REPLACED: "Replaced",
  PERSON_LEFT: "Person left",
  OTHER: "Other",
};

/** A value in words, one line for each thing in a list; no line for what is empty. */
export function linesOf(field: string, value: unknown): string[] {
  if (value === null || value === undefined || value === "") return [];
  if (Array.isArray(value)) return [...new Set(value.flatMap((item) => wordsOf(field, item)))];
  if (typeof value === "object") return Object.entries(value).flatMap(([name, part]) => labelled(name, part));
  return [wordsOf(field, value)];
}

function wordsOf(field: string, value: unknown): string {
  if (typeof value === "object" && value !== null) return linesOf(field, value).join(" · ");
  if (typeof value === "number") return field.endsWith("Seconds") ? duration(value * 1_000) : formatNumber(value);
  if (typeof value === "boolean") return value ? "Yes" : "No";
  const text = String(value);
  if (INSTANT.test(text)) return exactTime(text);
  return field === "reason" ? (REASONS[text] ?? text) : text;
}

function labelled(field: string, value: unknown): string[] {
  const lines = linesOf(field, value);
  return lines.length === 0 ? [] : [`${auditFieldName(field)}: ${lines.join(", ")}`];
}
