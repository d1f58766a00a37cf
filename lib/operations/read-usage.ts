import { type InstantRange, unnamedRanges } from "@/lib/domain/billable-usage";
import { type Contract, nearestPeriod } from "@/lib/domain/contract";
import { dayOf, startOfDay } from "@/lib/domain/day";
import type { Tenant } from "@/lib/domain/environment";
import { type ErrorDetail, validationError } from "@/lib/domain/errors";
import type { Meter } from "@/lib/domain/meter";
import {
  faultOfRange,
  USAGE_DAYS_MAX,
  type UsageBreakdown,
  type UsageQuery,
  type UsageSubject,
  type UsageWindow,
} from "@/lib/domain/usage-query";
import { environmentStore } from "@/lib/store/connections";
import { listMeteredTerms } from "@/lib/store/contract-billings";
import { findContract } from "@/lib/store/contracts";
import { findMeters } from "@/lib/store/meters";
import { storedUsage, type UsageReports } from "@/lib/store/usage";

export type ReadUsageInput = {
  readonly meterId?: string | undefined;
  readonly eventName?: string | undefined;
  readonly customerId?: string | undefined;
  readonly externalCustomerId?: string | undefined;
  readonly contractId?: string | undefined;
  /** Absent: those of the contract's period. */
  readonly start?: Date | undefined;
  readonly end?: Date | undefined;
  readonly window: UsageWindow;
  readonly groupBy?: readonly string[] | undefined;
};

export type ReadUsage = { readonly query: UsageQuery; readonly usage: UsageBreakdown };

/** Usage in a range, whatever became of the meter or the contract since. Refuses a meter or a contract that is not the tenant's. */
export async function readUsage(
  tenant: Tenant,
  input: ReadUsageInput,
  now: Date,
  reports: UsageReports = storedUsage,
): Promise<ReadUsage> {
  const { pool } = environmentStore(tenant.environment);
  const { meterId, contractId, eventName = null, window, groupBy = [] } = input;
  const [meters, contract] = await Promise.all([
    meterId === undefined ? null : findMeters(tenant, pool, [meterId]),
    contractId === undefined ? null : findContract(tenant, contractId),
  ]);
  const meter = meters?.get(meterId ?? "") ?? null;
  refuse([
    ...(meters && !meter ? [{ path: "meterId", message: "Meter not found" }] : []),
    ...(contractId !== undefined && !contract ? [{ path: "contractId", message: "Contract not found" }] : []),
  ]);
  const range = rangeOf(input, contract, now);
  const subject = contract ? await contractSubject(tenant, contract, meter, range) : subjectOf(input);
  const query = { meter, eventName, subject, range, window, groupBy };
  return { query, usage: await reports.breakdown(tenant, query) };
}

function rangeOf({ start, end }: ReadUsageInput, contract: Contract | null, now: Date): InstantRange {
  const period = contract && nearestPeriod(contract, dayOf(now));
  const range = {
    start: start ?? (period && startOfDay(period.start)),
    end: end ?? (period && startOfDay(period.end)),
  };
  if (!range.start || !range.end) {
    const missing = Object.entries(range).filter(([, instant]) => !instant);
    throw validationError(
      missing.map(([path]) => ({ path, message: `${path} is required: the contract never had a period` })),
    );
  }
  const given = { start: range.start, end: range.end };
  const fault = faultOfRange(given, USAGE_DAYS_MAX, "start");
  refuse(fault === null ? [] : [{ path: "end", message: `end ${fault}` }]);
  return given;
}

function subjectOf({ customerId, externalCustomerId }: ReadUsageInput): UsageSubject {
  if (customerId !== undefined) return { kind: "customer", customerId };
  if (externalCustomerId !== undefined) return { kind: "external-customer", externalCustomerId };
  return { kind: "everyone" };
}

/** Events that name no contract bill on this one where it bills their meter and comes before the customer's others that do. */
async function contractSubject(
  tenant: Tenant,
  contract: Contract,
  meter: Meter | null,
  range: InstantRange,
): Promise<UsageSubject> {
  const { pool } = environmentStore(tenant.environment);
  const { id: contractId, customerId } = contract;
  const terms = await listMeteredTerms(tenant, pool, [customerId]);
  const billed = terms.filter(({ term, meterId }) => term.id === contractId && (!meter || meter.id === meterId));
  const meters = await findMeters(
    tenant,
    pool,
    billed.map(({ meterId }) => meterId),
  );
  const unnamed = [...meters.values()].map((one) => {
    const others = terms.filter(({ meterId }) => meterId === one.id).map(({ term }) => term);
    return { meter: one, ranges: unnamedRanges(contract, others, range) };
  });
  return { kind: "contract", customerId, contractId, unnamed };
}

function refuse(faults: readonly ErrorDetail[]): void {
  if (faults.length > 0) throw validationError(faults);
}
