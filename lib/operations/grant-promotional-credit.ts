import { randomUUID } from "node:crypto";
import type { Actor, AuditEvent } from "@/lib/domain/audit";
import { CONTRACT_ENDED, type Contract, isActive, type Metadata } from "@/lib/domain/contract";
import type { CreditGrant } from "@/lib/domain/credit";
import { balanceOf, unusedBlock } from "@/lib/domain/credit-block";
import { faultOfGrantExpiry, type PromotionalAmount, promotionalValue } from "@/lib/domain/credit-grant";
import { dayOf } from "@/lib/domain/day";
import { decimalText } from "@/lib/domain/decimal";
import type { Tenant } from "@/lib/domain/environment";
import { DomainError, validationError } from "@/lib/domain/errors";
import { lockContract } from "@/lib/store/contracts";
import { findGrantByExternalId, insertCreditGrant, listCreditBlocks } from "@/lib/store/credits";
import type { Idempotency } from "@/lib/store/idempotent-answers";
import { recordedTransaction } from "@/lib/store/recorded-transaction";
import type { Transaction } from "@/lib/store/sql";
import { contractTarget } from "./contract-facts";

export type GrantPromotionalCreditInput = {
  readonly amount: PromotionalAmount;
  readonly expiresAt: Date;
  readonly description?: string | undefined;
  readonly externalId?: string | undefined;
  readonly metadata: Metadata;
};

/** The grant, and whether this call made it: one external id makes one grant of a contract. */
export type PromotionalGrant = { readonly grant: CreditGrant; readonly isNew: boolean };

export async function grantPromotionalCredit(
  tenant: Tenant,
  actor: Actor,
  contractId: string,
  input: GrantPromotionalCreditInput,
  now: Date,
  idempotency: Idempotency<PromotionalGrant> | null = null,
): Promise<PromotionalGrant> {
  const fault = faultOfGrantExpiry(input.expiresAt, now);
  if (fault) throw validationError([fault]);
  return recordedTransaction(
    tenant,
    actor,
    now,
    async (tx) => {
      const contract = await lockContract(tenant, tx, contractId);
      const known = input.externalId && (await findGrantByExternalId(tenant, tx, contractId, input.externalId));
      if (known) return { result: { grant: known, isNew: false }, audit: [] };
      if (!isActive(contract, dayOf(now))) throw new DomainError("CONFLICT", CONTRACT_ENDED);
      const grant = await withBalance(tenant, tx, grantOf(contract, input, now), now);
      await insertCreditGrant(tenant, tx, grant);
      return { result: { grant, isNew: true }, audit: [grantedEvent(contract, grant)] };
    },
    idempotency,
  );
}

function grantOf(contract: Contract, input: GrantPromotionalCreditInput, now: Date): CreditGrant {
  return {
    id: randomUUID(),
    contractId: contract.id,
    type: "grant",
    ...promotionalValue(input.amount, contract.creditSettings),
    currency: contract.currency,
    description: input.description ?? null,
    sourceType: "promotional",
    invoiceId: null,
    invoiceLineId: null,
    grantEntryId: null,
    expiresAt: input.expiresAt,
    isPromotional: true,
    createdAt: now,
    externalId: input.externalId ?? null,
    metadata: input.metadata,
    balanceAfterCents: 0n,
    creditBalanceAfter: null,
  };
}

async function withBalance(tenant: Tenant, tx: Transaction, grant: CreditGrant, now: Date): Promise<CreditGrant> {
  const blocks = await listCreditBlocks(tenant, tx, grant.contractId);
  const { balanceCents, creditBalance } = balanceOf([...blocks, unusedBlock(grant)], now);
  return { ...grant, balanceAfterCents: balanceCents, creditBalanceAfter: creditBalance };
}

function grantedEvent(contract: Contract, grant: CreditGrant): AuditEvent {
  return {
    action: "credit.granted",
    target: contractTarget(contract),
    details: {
      grantEntryId: grant.id,
      amountCents: Number(grant.amountCents),
      creditAmount: grant.creditAmount && decimalText(grant.creditAmount),
      currency: grant.currency,
      expiresAt: grant.expiresAt?.toISOString() ?? null,
      description: grant.description,
    },
  };
}
