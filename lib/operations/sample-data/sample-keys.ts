import { PRESETS, type Scope } from "@/lib/domain/scope";

export type SampleKey = {
  readonly name: string;
  readonly note: string;
  readonly scopes: readonly Scope[];
  readonly expiresInDays: number;
  readonly allowedIps?: readonly string[];
  readonly outcome?: "rotated" | "revoked";
};

export const SAMPLE_KEYS: readonly SampleKey[] = [
  {
    name: "Billing worker",
    note: "Reads customers and sends usage every minute",
    scopes: ["customers:read", "usage:write"],
    expiresInDays: 90,
  },
  {
    name: "Monthly reports",
    note: "Notebook of the finance team",
    scopes: PRESETS["read-only"],
    expiresInDays: 365,
    outcome: "rotated",
  },
  {
    name: "CRM import",
    note: "Ends with the migration",
    scopes: PRESETS["account-management"],
    expiresInDays: 7,
  },
  {
    name: "API gateway",
    note: "Sends usage from the edge",
    scopes: PRESETS["send-usage"],
    expiresInDays: 60,
    allowedIps: ["203.0.113.0/24"],
  },
  { name: "First experiment", note: "", scopes: ["*"], expiresInDays: 30, outcome: "revoked" },
];
