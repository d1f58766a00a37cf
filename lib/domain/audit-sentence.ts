import type { AuditAction } from "./audit";

type Facts = Readonly<Record<string, unknown>> | null;

/** What a sentence is made of: an entry of the log, as stored or as sent. */
export type ToldEntry = {
  readonly action: string;
  readonly actor: { readonly id: string | null; readonly name: string };
  readonly target: { readonly id: string; readonly name: string };
  readonly after: Facts;
  readonly details: Facts;
};

/** What happened, in the past tense: "Ada revoked Billing worker". An action that is not known yet is named as it is. */
export function auditSentence(entry: ToldEntry): string {
  const told = ACTIONS.get(entry.action);
  return `${entry.actor.name} ${told ? told.predicate(entry) : `did ${entry.action} to ${entry.target.name}`}`;
}

/** The action without who and what: "Key revoked". */
export function auditActionName(action: string): string {
  return ACTIONS.get(action)?.name ?? action;
}

/** What people call a field of an entry: `allowedIps` is "IP rules". */
export function auditFieldName(field: string): string {
  return FIELD_NAMES[field] ?? field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

type Told = { readonly name: string; readonly predicate: (entry: ToldEntry) => string };

const done =
  (words: string) =>
  ({ target }: ToldEntry): string =>
    `${words} ${target.name}`;

const changed = ({ target, after }: ToldEntry): string => {
  const fields = Object.keys(after ?? {}).map(auditFieldName);
  return fields.length === 0 ? `changed ${target.name}` : `changed the ${listed(fields)} of ${target.name}`;
};

const TOLD: Record<AuditAction, Told> = {
  "organization.created": { name: "Organization created", predicate: done("created the organization") },
  "person.password_changed": {
    name: "Password changed",
    predicate: ({ actor, target }) =>
      actor.id === target.id ? "changed their password" : `changed the password of ${target.name}`,
  },
  "session.started": { name: "Signed in", predicate: () => "signed in" },
  "session.ended": {
    name: "Signed out",
    predicate: ({ details }) => {
      const sessions = Number(details?.sessions ?? 1);
      return sessions === 1 ? "ended a sign-in session" : `ended ${sessions} sign-in sessions`;
    },
  },
  "session.password_refused": { name: "Wrong password", predicate: () => "gave a wrong password" },
  "api_key.created": { name: "Key created", predicate: done("created") },
  "api_key.changed": { name: "Key changed", predicate: changed },
  "api_key.rotated": { name: "Key rotated", predicate: done("rotated") },
  "api_key.rotation_finished": { name: "Rotation finished", predicate: done("finished the rotation of") },
  "api_key.rotation_extended": { name: "Rotation extended", predicate: done("extended the rotation of") },
  "api_key.rotation_rolled_back": { name: "Rotation rolled back", predicate: done("rolled back the rotation of") },
  "api_key.revoked": { name: "Key revoked", predicate: done("revoked") },
  "customer.created": { name: "Customer created", predicate: done("created") },
  "customer.changed": { name: "Customer changed", predicate: changed },
  "meter.created": { name: "Meter created", predicate: done("created the meter") },
  "meter.archived": { name: "Meter archived", predicate: done("archived the meter") },
  "pricing.created": { name: "Pricing created", predicate: done("created the pricing") },
  "plan.created": { name: "Plan created", predicate: done("created the plan") },
  "plan.changed": { name: "Plan changed", predicate: changed },
  "plan.archived": { name: "Plan archived", predicate: done("archived the plan") },
  "contract.created": { name: "Contract created", predicate: done("created the contract") },
  "contract.changed": { name: "Contract changed", predicate: changed },
  "contract.cancelled": { name: "Contract cancelled", predicate: done("cancelled the contract") },
  "credit.granted": { name: "Credit granted", predicate: done("granted credit to") },
  "invoice.finalized": { name: "Invoice finalized", predicate: done("finalized") },
  "invoice.paid": { name: "Invoice paid", predicate: ({ target }) => `marked ${target.name} as paid` },
  "invoice.cancelled": { name: "Invoice cancelled", predicate: done("cancelled") },
  "invoice.refunded": { name: "Invoice refunded", predicate: done("refunded") },
  "sample_data.added": { name: "Sample data added", predicate: () => "added sample data" },
  "sample_data.removed": { name: "Sample data removed", predicate: () => "removed the sample data" },
};

const ACTIONS: ReadonlyMap<string, Told> = new Map(Object.entries(TOLD));

const FIELD_NAMES: Readonly<Record<string, string>> = {
  allowedIps: "IP rules",
  expiresAt: "expiry",
  endsAt: "ends",
  externalCustomerId: "external id",
  address1: "address",
  address2: "address, second line",
  emailRecipientType: "recipient",
  gracePeriodSeconds: "grace period",
  creditGrantCents: "included credit",
  creditSettings: "credit rate",
};

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
