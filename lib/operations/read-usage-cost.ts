import { earlier, type InstantRange, later, type UsageQuestion, unnamedRanges } from "@/lib/domain/billable-usage";
import type { Contract } from "@/lib/domain/contract";
import { startOfDay } from "@/lib/domain/day";
import { type Decimal, ZERO } from "@/lib/domain/decimal";
import type { Tenant } from "@/lib/domain/environment";
import { type DomainError, validationError } from "@/lib/domain/errors";
import type { Price } from "@/lib/domain/pricing";
import {
  COST_DAYS_MAX,
  type CostFilter,
  type CostQuestion,
  costAmount,
  costCents,
  narrowed,
  slicesOf,
  type UsageCost,
} from "@/lib/domain/usage-cost";
import { EVENT_AHEAD_MAX_MS } from "@/lib/domain/usage-event";
import { faultOfRange } from "@/lib/domain/usage-query";
import { environmentStore } from "@/lib/store/connections";
import { listMeteredTerms, readBillableItems } from "@/lib/store/contract-billings";
import { findContract } from "@/lib/store/contracts";
import { findCustomerIdByExternalId, hasCustomer } from "@/lib/store/customers";
import { listPricedMeters } from "@/lib/store/list-prices";
import { findMeters } from "@/lib/store/meters";
import { storedUsage, type UsageReports, type UsageSource } from "@/lib/store/usage";

/** List prices have no currency of their own; without a plan, cost is told in this one. */
const LIST_CURRENCY = "USD";

/** What stored usage costs: on a contract as its invoices bill it, else all of a customer's at list prices, as one period. */
export async function readUsageCost(
  tenant: Tenant,
  input: CostQuestion,
  now: Date,
  usage: UsageSource & UsageReports = storedUsage,
): Promise<UsageCost> {
  const { contractId, creditRateCents } = input;
  const contract = contractId === undefined ? null : await requireContract(tenant, contractId, input);
  const range = rangeOf(input, contract, now);
  const currency = contract?.currency ?? LIST_CURRENCY;
  const values = contract
    ? await contractValues(tenant, contract, untilNow(range, now), input.filter, usage)
    : await customerValues(tenant, await requireCustomer(tenant, input), range, input.filter, usage);
  return { amount: costAmount(costCents(values, currency), currency, creditRateCents), currency, range };
}

type PricedValue = { readonly price: Price; readonly value: Decimal };

/** One value for each metered item and period that the range touches. */
async function contractValues(
  tenant: Tenant,
  contract: Contract,
  range: InstantRange,
  filter: CostFilter,
  usage: UsageSource,
): Promise<PricedValue[]> {
  const { pool } = environmentStore(tenant.environment);
  const { id: contractId, customerId } = contract;
  const items = (await readBillableItems(tenant, pool, [contract])).get(contractId) ?? [];
  const metered = items.flatMap(({ pricing }) => (pricing.model === "USAGE" ? [pricing] : []));
  const meters = await findMeters(tenant, pool, [...new Set(metered.map(({ meterId }) => meterId))]);
  const terms = await listMeteredTerms(tenant, pool, [customerId]);
  const asked = metered.flatMap(({ meterId, price }) => {
    const known = meters.get(meterId);
    const meter = known ? narrowed(known, filter) : null;
    if (!meter) return [];
    const others = terms.filter((one) => one.meterId === meterId).map(({ term }) => term);
    return slicesOf(contract, range).map((period): { price: Price; question: UsageQuestion } => {
      const unnamedIn = unnamedRanges(contract, others, period);
      return { price, question: { meter, customerId, contractId, period, unnamedIn } };
    });
  });
  if (asked.length === 0) return [];
  const values = await usage.meterValues(
    tenant,
    asked.map(({ question }) => question),
  );
  return asked.map(({ price }, at) => ({ price, value: values[at] ?? ZERO }));
}

/** One value for each active meter that has a price. */
async function customerValues(
  tenant: Tenant,
  customerId: string,
  range: InstantRange,
  filter: CostFilter,
  usage: UsageReports,
): Promise<PricedValue[]> {
  const asked = (await listPricedMeters(tenant)).flatMap(({ meter, price }) => {
    const counting = narrowed(meter, filter);
    return counting && price ? [{ meter: counting, price }] : [];
  });
  if (asked.length === 0) return [];
  const values = await usage.customerValues(
    tenant,
    customerId,
    range,
    asked.map(({ meter }) => meter),
  );
  return asked.map(({ price }, at) => ({ price, value: values[at] ?? ZERO }));
}

async function requireContract(tenant: Tenant, contractId: string, { customerId }: CostQuestion): Promise<Contract> {
  const contract = await findContract(tenant, contractId);
  if (!contract) throw refusal("contractId", "Contract not found");
  if (customerId === undefined || customerId === contract.customerId) return contract;
  throw refusal("customerId", "customerId must be the contract's customer");
}

async function requireCustomer(tenant: Tenant, { customerId, externalCustomerId }: CostQuestion): Promise<string> {
  const { pool } = environmentStore(tenant.environment);
  if (externalCustomerId !== undefined) {
    const found = await findCustomerIdByExternalId(tenant, externalCustomerId);
    if (found === null) throw refusal("externalCustomerId", "Customer not found");
    return found;
  }
  if (customerId === undefined || !(await hasCustomer(tenant, pool, customerId)))
    throw refusal("customerId", "Customer not found");
  return customerId;
}

/** A contract that has not begun has an empty range: nothing was used yet. */
function rangeOf({ startDate, endDate }: CostQuestion, contract: Contract | null, now: Date): InstantRange {
  const term = contract && termUntil(contract, now);
  const range = { start: startDate ?? term?.start ?? now, end: endDate ?? term?.end ?? now };
  const isDefault = startDate === undefined && endDate === undefined;
  if (isDefault && range.start.getTime() === range.end.getTime()) return range;
  const fault = faultOfRange(range, COST_DAYS_MAX, "startDate");
  if (fault !== null) throw refusal("endDate", `endDate ${fault}`);
  return range;
}

/** No event is later than this, so no period is looked at that could have none. */
const untilNow = ({ start, end }: InstantRange, now: Date): InstantRange => {
  const latest = new Date(now.getTime() + EVENT_AHEAD_MAX_MS + 1);
  return { start, end: earlier(end, latest) };
};

function termUntil({ startDate, endDate }: Contract, now: Date): InstantRange {
  const start = startOfDay(startDate);
  const end = endDate === null ? now : earlier(startOfDay(endDate), now);
  return { start, end: later(start, end) };
}

const refusal = (path: string, message: string): DomainError => validationError([{ path, message }]);
