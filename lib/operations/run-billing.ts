import type { Environment, Tenant } from "@/lib/domain/environment";
import { DomainError } from "@/lib/domain/errors";
import { type ContractToBill, listContractsToBillAcrossTenants } from "@/lib/store/contracts-to-bill";
import { storedUsage, type UsageSource } from "@/lib/store/usage";
import { type BillingCounts, billContracts } from "./bill-contracts";
import { UsageAway } from "./read-billed-usage";

/** Contracts of one transaction: enough to share its statements, few enough to hold nobody up. */
const CONTRACTS_AT_ONCE = 50;
/** Contracts looked up at once. */
const PAGE_SIZE = 500;

export type BillingFailure = ContractToBill & { readonly error: unknown };

export type BillingRun = BillingCounts & {
  readonly failures: readonly BillingFailure[];
  /** Where the next run goes on; null when every contract had its turn. */
  readonly next: ContractToBill | null;
};

/**
 * Bills every contract that time or usage may have changed something about, from `after` on, until all had their turn or `isOver`
 * says stop. A contract that cannot be billed holds up no other. Throws when the database is away.
 */
export async function runBilling(
  environment: Environment,
  now: Date,
  after: ContractToBill | null = null,
  isOver: () => boolean = () => false,
  source: UsageSource = storedUsage,
): Promise<BillingRun> {
  const run: Run = { environment, now, source, failures: [], drafted: 0, changed: 0, finalized: 0 };
  let next = after;
  for (;;) {
    const page = await listContractsToBillAcrossTenants(environment, now, next, PAGE_SIZE);
    for (const batch of batchesOf(page)) {
      if (isOver()) return resultOf(run, next);
      await billBatch(run, batch);
      next = batch.at(-1) ?? next;
    }
    if (page.length < PAGE_SIZE) return resultOf(run, null);
  }
}

type Run = { -readonly [Count in keyof BillingCounts]: number } & {
  readonly environment: Environment;
  readonly now: Date;
  source: UsageSource;
  readonly failures: BillingFailure[];
};

const resultOf = ({ drafted, changed, finalized, failures }: Run, next: ContractToBill | null): BillingRun => ({
  drafted,
  changed,
  finalized,
  failures,
  next,
});

/** Together, and after a failure one by one, to find out which it is. */
async function billBatch(run: Run, batch: readonly ContractToBill[]): Promise<void> {
  const [first] = batch;
  if (!first) return;
  const tenant: Tenant = { environment: run.environment, organizationId: first.organizationId };
  const ids = batch.map(({ contractId }) => contractId);
  try {
    const { drafted, changed, finalized } = await billContracts(tenant, ids, run.now, run.source);
    run.drafted += drafted;
    run.changed += changed;
    run.finalized += finalized;
  } catch (error) {
    if (error instanceof DomainError && error.code === "SERVICE_UNAVAILABLE") throw error;
    // Found away once, the events are not waited for again; contracts without meters are billed all the same.
    if (error instanceof UsageAway) run.source = { meterValues: () => Promise.reject(error) };
    if (batch.length === 1) run.failures.push({ ...first, error });
    else for (const one of batch) await billBatch(run, [one]);
  }
}

/** Batches of one organization each. */
function batchesOf(contracts: readonly ContractToBill[]): ContractToBill[][] {
  const batches: ContractToBill[][] = [];
  for (const contract of contracts) {
    const last = batches.at(-1);
    const fits = last && last.length < CONTRACTS_AT_ONCE && last[0]?.organizationId === contract.organizationId;
    if (fits) last.push(contract);
    else batches.push([contract]);
  }
  return batches;
}
