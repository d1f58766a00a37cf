import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/domain/audit";
import { type Contract, faultsOfContractDates, type Metadata, type PriceOverride } from "@/lib/domain/contract";
import type { CreditGrant } from "@/lib/domain/credit";
import { includedValue } from "@/lib/domain/credit-grant";
import { type Day, dayOf } from "@/lib/domain/day";
import type { Tenant } from "@/lib/domain/environment";
import { DomainError, type ErrorDetail, validationError } from "@/lib/domain/errors";
import type { CreditSettings, Plan } from "@/lib/domain/plan";
import { faultsOfOverrides } from "@/lib/domain/price-override";
import { insertContract } from "@/lib/store/contracts";
import { insertCreditGrant } from "@/lib/store/credits";
import { hasCustomer } from "@/lib/store/customers";
import type { Idempotency } from "@/lib/store/idempotent-answers";
import { lockPlanForUse } from "@/lib/store/plans";
import { findPricings } from "@/lib/store/pricings";
import { recordedTransaction } from "@/lib/store/recorded-transaction";
import type { Transaction } from "@/lib/store/sql";
import { contractFactsOf, contractTarget } from "./contract-facts";
import { draftInvoices } from "./draft-invoices";

export type CreateContractInput = {
  readonly customerId: string;
  readonly planId: string;
  readonly startDate: Day;
  readonly endDate?: Day | undefined;
  readonly netTerms?: number | undefined;
  readonly overrides?: readonly PriceOverride[] | undefined;
  /** Absent: the plan's. Null: none. */
  readonly creditGrantCents?: bigint | null | undefined;
  /** Absent: the plan's. Null: none. */
  readonly creditSettings?: CreditSettings | null | undefined;
  readonly metadata?: Metadata | undefined;
};

export const PLAN_ARCHIVED = "Plan is archived";

/** The contract, its grant and everything that follows from it begin together. From here on its plan cannot be changed. */
export async function createContract(
  tenant: Tenant,
  actor: Actor,
  input: CreateContractInput,
  now: Date,
  idempotency: Idempotency<Contract> | null = null,
): Promise<Contract> {
  refuseFaults(faultsOfContractDates(input, dayOf(now)));
  return recordedTransaction(
    tenant,
    actor,
    now,
    async (tx) => {
      const plan = await requirePlan(tenant, tx, input);
      const contract = contractOf(input, plan, now);
      await insertContract(tenant, tx, contract);
      const grant = includedGrantOf(contract);
      if (grant) await insertCreditGrant(tenant, tx, grant);
      await draftInvoices(tenant, tx, contract.id, now);
      return {
        result: contract,
        audit: [{ action: "contract.created", target: contractTarget(contract), after: contractFactsOf(contract) }],
      };
    },
    idempotency,
  );
}

/** The plan, held as it is until the commit. Refuses what does not fit together before anything is written. */
async function requirePlan(tenant: Tenant, tx: Transaction, input: CreateContractInput): Promise<Plan> {
  const plan = await lockPlanForUse(tenant, tx, input.planId);
  const customerIsKnown = await hasCustomer(tenant, tx, input.customerId);
  const missing = (path: string, message: string): ErrorDetail[] => [{ path, message }];
  refuseFaults([
    ...(customerIsKnown ? [] : missing("customerId", "Customer not found")),
    ...(plan ? await faultsOfPlannedOverrides(tenant, tx, plan, input.overrides ?? []) : []),
    ...(plan ? [] : missing("planId", "Plan not found")),
  ]);
  if (plan?.archivedAt === null) return plan;
  throw new DomainError("CONFLICT", PLAN_ARCHIVED, [{ path: "planId", message: PLAN_ARCHIVED }]);
}

async function faultsOfPlannedOverrides(
  tenant: Tenant,
  tx: Transaction,
  plan: Plan,
  overrides: readonly PriceOverride[],
): Promise<ErrorDetail[]> {
  if (overrides.length === 0) return [];
  const pricings = await findPricings(
    tenant,
    tx,
    plan.items.map(({ pricingId }) => pricingId),
  );
  return faultsOfOverrides(overrides, [...pricings.values()]);
}

function contractOf(input: CreateContractInput, plan: Plan, now: Date): Contract {
  const { creditGrantCents = plan.creditGrantCents, creditSettings = plan.creditSettings } = input;
  return {
    id: randomUUID(),
    customerId: input.customerId,
    planId: plan.id,
    name: plan.name,
    startDate: input.startDate,
    endDate: input.endDate ?? null,
    billingInterval: plan.billingInterval,
    netTerms: input.netTerms ?? plan.netTerms,
    currency: plan.currency,
    overrides: input.overrides ?? [],
    creditGrantCents,
    creditSettings,
    metadata: input.metadata ?? {},
    cancellation: null,
    createdAt: now,
    updatedAt: now,
  };
}

/** The allowance as a grant of the ledger; null when there is none. */
function includedGrantOf(contract: Contract): CreditGrant | null {
  if (contract.creditGrantCents === null || contract.creditGrantCents === 0n) return null;
  const value = includedValue(contract.creditGrantCents, contract.creditSettings);
  return {
    id: randomUUID(),
    contractId: contract.id,
    type: "grant",
    ...value,
    currency: contract.currency,
    description: `Included in ${contract.name}`,
    sourceType: "contract",
    invoiceId: null,
    invoiceLineId: null,
    grantEntryId: null,
    expiresAt: null,
    isPromotional: false,
    createdAt: contract.createdAt,
    externalId: null,
    metadata: {},
    balanceAfterCents: value.amountCents,
    creditBalanceAfter: value.creditAmount,
  };
}

function refuseFaults(faults: readonly ErrorDetail[]): void {
  if (faults.length > 0) throw validationError(faults);
}
