import type { InstantRange, UsageQuestion } from "@/lib/domain/billable-usage";
import { type Decimal, ZERO } from "@/lib/domain/decimal";
import type { Tenant } from "@/lib/domain/environment";
import type { Meter } from "@/lib/domain/meter";
import { NO_USAGE, type UsageBreakdown, type UsageQuery } from "@/lib/domain/usage-query";

/**
 * The one way in which billing reads usage. Answers every question, in order; a meter without events is 0.
 * Throws `SERVICE_UNAVAILABLE` when the events cannot be read, so that nobody is billed for less than they used.
 */
export type UsageSource = {
  meterValues(tenant: Tenant, questions: readonly UsageQuestion[]): Promise<Decimal[]>;
};

/**
 * The one way in which usage is shown. Refuses more rows than `USAGE_ROWS_MAX` with `tooManyRows`.
 * Throws `SERVICE_UNAVAILABLE` when the events cannot be read.
 */
export type UsageReports = {
  breakdown(tenant: Tenant, query: UsageQuery): Promise<UsageBreakdown>;
  /** The value of each of these meters over all events of a customer, whatever contract they name, in the order of the meters. */
  customerValues(
    tenant: Tenant,
    customerId: string,
    range: InstantRange,
    meters: readonly Meter[],
  ): Promise<readonly Decimal[]>;
};

/** The usage events that are stored: none yet, as nothing receives them. */
export const storedUsage: UsageSource & UsageReports = {
  meterValues: async (_tenant, questions) => questions.map(() => ZERO),
  breakdown: async () => ({ total: NO_USAGE, rows: [] }),
  customerValues: async (_tenant, _customerId, _range, meters) => meters.map(() => ZERO),
};
