import type { AuditTarget, JsonObject } from "@/lib/domain/audit";
import type { Contract } from "@/lib/domain/contract";
import { decimalText } from "@/lib/domain/decimal";
import { overrideTextOf } from "@/lib/domain/price-override";

export const contractTarget = ({ id, name }: Contract): AuditTarget => ({ kind: "contract", id, name });

/** What the audit log tells of a contract. */
export function contractFactsOf(contract: Contract): JsonObject {
  const { customerId, planId, startDate, endDate, netTerms, currency, metadata, creditGrantCents } = contract;
  const rate = contract.creditSettings?.creditRateCents;
  return {
    ...{ customerId, planId, startDate, endDate, netTerms, currency, metadata },
    overrides: JSON.parse(JSON.stringify(contract.overrides.map(overrideTextOf))),
    creditGrantCents: creditGrantCents === null ? null : Number(creditGrantCents),
    creditSettings: rate ? { creditRateCents: decimalText(rate) } : null,
  };
}
