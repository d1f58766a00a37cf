import type { UsageQuestion } from "@/lib/domain/billable-usage";
import { type Decimal, ZERO } from "@/lib/domain/decimal";
import type { Tenant } from "@/lib/domain/environment";

/**
 * The one way in which billing reads usage. Answers every question, in order; a meter without events is 0.
 * Throws `SERVICE_UNAVAILABLE` when the events cannot be read, so that nobody is billed for less than they used.
 */
export type UsageSource = {
  meterValues(tenant: Tenant, questions: readonly UsageQuestion[]): Promise<Decimal[]>;
};

/** The usage events that are stored: none yet, as nothing receives them. */
export const storedUsage: UsageSource = {
  meterValues: async (_tenant, questions) => questions.map(() => ZERO),
};
