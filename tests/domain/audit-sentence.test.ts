import { expect, test } from "vitest";
import { auditActionName, auditFieldName, auditSentence, type ToldEntry } from "@/lib/domain/audit-sentence";

const ada = { id: "person-1", name: "Ada" };

function entry(action: string, facts: Partial<ToldEntry> = {}): ToldEntry {
  return { action, actor: ada, target: { id: "key-1", name: "Billing worker" }, after: null, details: null, ...facts };
}

for (const [action, sentence] of [
  ["api_key.created", "Ada created Billing worker"],
  ["api_key.rotated", "Ada rotated Billing worker"],
  ["api_key.rotation_finished", "Ada finished the rotation of Billing worker"],
  ["api_key.rotation_extended", "Ada extended the rotation of Billing worker"],
  ["api_key.rotation_rolled_back", "Ada rolled back the rotation of Billing worker"],
  ["api_key.revoked", "Ada revoked Billing worker"],
  ["organization.created", "Ada created the organization Billing worker"],
  ["session.started", "Ada signed in"],
  ["session.password_refused", "Ada gave a wrong password"],
  ["sample_data.added", "Ada added sample data"],
  ["sample_data.removed", "Ada removed the sample data"],
  ["meter.created", "Ada created the meter Billing worker"],
  ["meter.archived", "Ada archived the meter Billing worker"],
  ["pricing.created", "Ada created the pricing Billing worker"],
  ["plan.created", "Ada created the plan Billing worker"],
  ["plan.archived", "Ada archived the plan Billing worker"],
  ["contract.created", "Ada created the contract Billing worker"],
  ["contract.cancelled", "Ada cancelled the contract Billing worker"],
  ["credit.granted", "Ada granted credit to Billing worker"],
  ["invoice.finalized", "Ada finalized Billing worker"],
  ["invoice.paid", "Ada marked Billing worker as paid"],
  ["invoice.cancelled", "Ada cancelled Billing worker"],
  ["invoice.refunded", "Ada refunded Billing worker"],
] as const) {
  test(`${action} reads "${sentence}"`, () => {
    expect(auditSentence(entry(action))).toBe(sentence);
  });
}

test("a change names the fields that changed, in words", () => {
  expect(auditSentence(entry("api_key.changed", { after: { scopes: [] } }))).toBe(
    "Ada changed the scopes of Billing worker",
  );
  expect(auditSentence(entry("customer.changed", { after: { name: "", legalName: "", tags: [] } }))).toBe(
    "Ada changed the name, legal name and tags of Billing worker",
  );
});

test("a changed plan names its credit in words", () => {
  expect(
    auditSentence(entry("plan.changed", { after: { netTerms: 14, creditGrantCents: 5, creditSettings: null } })),
  ).toBe("Ada changed the net terms, included credit and credit rate of Billing worker");
});

test("a password is changed by its owner or for somebody else", () => {
  expect(auditSentence(entry("person.password_changed", { target: ada }))).toBe("Ada changed their password");
  expect(auditSentence(entry("person.password_changed", { target: { id: "person-2", name: "Bob" } }))).toBe(
    "Ada changed the password of Bob",
  );
});

test("ended sessions are counted", () => {
  expect(auditSentence(entry("session.ended", { details: { sessions: 1 } }))).toBe("Ada ended a sign-in session");
  expect(auditSentence(entry("session.ended", { details: { sessions: 3 } }))).toBe("Ada ended 3 sign-in sessions");
});

test("an action of a newer version is named as it is", () => {
  expect(auditSentence(entry("meter.repaired"))).toBe("Ada did meter.repaired to Billing worker");
  expect(auditActionName("meter.repaired")).toBe("meter.repaired");
});

test("a field without a name of its own is spelled in words", () => {
  expect(auditFieldName("allowedIps")).toBe("IP rules");
  expect(auditFieldName("postalCode")).toBe("postal code");
});
