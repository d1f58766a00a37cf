// Sells, bills and collects for a year, by the product's own operations under a clock that walks through that year. Everything
// is found again by what tells it apart: a walk that was interrupted is completed, and a second one adds nothing.
import type { Actor } from "@/lib/domain/audit";
import { addDays, addMonths, dayOf, startOfDay } from "@/lib/domain/day";
import type { Tenant } from "@/lib/domain/environment";
import { DomainError, invariant } from "@/lib/domain/errors";
import { sampleActor } from "@/lib/domain/sample-data";
import {
  analyzeBillingAcrossTenants,
  completeSampleProgress,
  findSampleProgress,
  type SampleProgress,
  saveSampleProgress,
  withSampleDataLock,
} from "@/lib/store/sample-data";
import { listOpenSampleInvoices, listSampleObjects, type SampleKind } from "@/lib/store/sample-objects";
import { storedUsage } from "@/lib/store/usage";
import { billContracts } from "./bill-contracts";
import { cancelContract } from "./cancel-contract";
import { changeInvoiceStatus } from "./change-invoice-status";
import { createContract } from "./create-contract";
import { createCustomer } from "./create-customer";
import { createMeter } from "./create-meter";
import { createPlan } from "./create-plan";
import { createPricing } from "./create-pricing";
import { grantPromotionalCredit } from "./grant-promotional-credit";
import { SAMPLE_METERS, SAMPLE_PLANS, SAMPLE_PRICINGS } from "./sample-data/sample-catalog";
import {
  atNoon,
  SAMPLE_START_DAYS,
  type SampleContract,
  sampleContracts,
  sampleInvoiceAction,
  subscriptionOverride,
} from "./sample-data/sample-contracts";
import { SAMPLE_CUSTOMERS, type SampleCustomer } from "./sample-data/sample-customers";
import { type StoreSampleUsage, sampleUsage } from "./sample-data/sample-usage";

/** Completes the sample data that was begun, unless it is complete, was removed, or another process is at it. */
export async function fillSampleCompany(
  tenant: Tenant,
  clock: () => Date,
  storeUsage: StoreSampleUsage,
): Promise<void> {
  await withSampleDataLock(tenant, async () => {
    const progress = await findSampleProgress(tenant);
    if (!progress || progress.completedAt) return;
    const walk = new SampleYear(tenant, clock, storeUsage, progress, await listSampleObjects(tenant));
    if (await walk.run()) await completeSampleProgress(tenant, progress.startedAt, clock());
  });
}

type Step = { readonly at: Date; readonly run: (now: Date) => Promise<unknown> };

class SampleYear {
  readonly #contracts: readonly SampleContract[];
  readonly #endsAt: Date;
  /** By the contract's place in the table. */
  readonly #contractIds = new Map<number, string>();
  /** Usage of before is stored. */
  #usedUntil: Date;

  constructor(
    private readonly tenant: Tenant,
    private readonly clock: () => Date,
    private readonly storeUsage: StoreSampleUsage,
    private readonly progress: SampleProgress,
    private readonly ids: Map<string, string>,
  ) {
    this.#endsAt = progress.startedAt;
    this.#contracts = sampleContracts(dayOf(progress.startedAt));
    this.#usedUntil = progress.reachedAt ?? new Date(0);
  }

  /** False when the sample data was removed meanwhile. */
  async run(): Promise<boolean> {
    for (const { at, run } of this.#steps()) {
      const progress = await findSampleProgress(this.tenant);
      if (progress?.startedAt.getTime() !== this.progress.startedAt.getTime()) return false;
      await run(at);
    }
    return true;
  }

  #steps(): Step[] {
    const first = startOfDay(addDays(addMonths(dayOf(this.#endsAt), -12), -45));
    const steps: Step[] = [{ at: first, run: (now) => this.#addCatalog(now) }];
    for (const customer of SAMPLE_CUSTOMERS) steps.push(this.#customerStep(customer));
    for (const [at, contract] of this.#contracts.entries()) steps.push(...this.#contractSteps(contract, at));
    steps.push(...this.#billingSteps());
    const inYear = steps.filter(({ at }) => at <= this.#endsAt);
    return inYear.sort((one, other) => one.at.getTime() - other.at.getTime());
  }

  #actor(): Actor {
    return sampleActor(this.clock());
  }

  async #once(kind: SampleKind, name: string, create: () => Promise<{ readonly id: string }>): Promise<string> {
    const known = this.ids.get(`${kind} ${name}`);
    if (known !== undefined) return known;
    const { id } = await create();
    this.ids.set(`${kind} ${name}`, id);
    return id;
  }

  #idOf(kind: SampleKind, name: string): string {
    const id = this.ids.get(`${kind} ${name}`);
    invariant(id !== undefined, `the sample data has created ${name} before it is used`);
    return id;
  }

  async #addCatalog(now: Date): Promise<void> {
    const { tenant } = this;
    for (const { code, ...meter } of SAMPLE_METERS)
      await this.#once("meters", meter.displayName, () =>
        // A person's meter may have the code; ours counts the same without one.
        orWhenTaken(
          () => createMeter(tenant, this.#actor(), { ...meter, code }, now),
          () => createMeter(tenant, this.#actor(), meter, now),
        ),
      );
    for (const { meter, ...pricing } of SAMPLE_PRICINGS) {
      const meterId = meter === undefined ? undefined : this.#idOf("meters", meter);
      await this.#once("pricings", pricing.name, () =>
        createPricing(tenant, this.#actor(), { ...pricing, meterId }, now),
      );
    }
    for (const { items, ...plan } of SAMPLE_PLANS) {
      const planned = items.map(({ pricing, quantity }) => ({ pricingId: this.#idOf("pricings", pricing), quantity }));
      await this.#once("plans", plan.name, () => createPlan(tenant, this.#actor(), { ...plan, items: planned }, now));
    }
  }

  #customerStep({ slug, externalIds, input }: SampleCustomer): Step {
    const [contract] = this.#contracts.filter((one) => one.slug === slug).map(({ startDate }) => startDate);
    const met = contract ?? addDays(dayOf(this.#endsAt), -9);
    const at = earlier(atNoon(addDays(met, -8)), new Date(this.#endsAt.getTime() - 86_400_000));
    const run = async (now: Date) => {
      const known = externalIds.map((id) => this.ids.get(`customers ${id}`)).find((id) => id !== undefined);
      const create = (externalCustomerId: string | undefined) =>
        createCustomer(this.tenant, this.#actor(), { ...input, externalCustomerId }, now);
      const id =
        known ??
        (
          await orWhenTaken(
            () => create(externalIds[0]),
            () => create(externalIds[1]),
          )
        ).id;
      this.ids.set(`customers ${slug}`, id);
    };
    return { at, run };
  }

  #contractSteps(contract: SampleContract, at: number): Step[] {
    const { promotion, cancelledAt } = contract;
    const signed: Step = {
      at: earlier(new Date(startOfDay(contract.startDate).getTime() + 9 * 3_600_000), this.#endsAt),
      run: (now) => this.#sign(contract, at, now),
    };
    const granted: Step[] = promotion
      ? [{ at: promotion.grantedAt, run: (now) => this.#grant(promotion, at, now) }]
      : [];
    const cancelled: Step[] = cancelledAt
      ? [{ at: cancelledAt, run: (now) => cancelContract(this.tenant, this.#actor(), this.#contractId(at), now) }]
      : [];
    return [signed, ...granted, ...cancelled];
  }

  async #sign(contract: SampleContract, at: number, now: Date): Promise<void> {
    const { slug, plan, startDate, endDate, subscriptionAmount } = contract;
    const customerId = this.#idOf("customers", slug);
    const subscription = this.#idOf("pricings", `${plan} subscription`);
    const input = {
      ...{ customerId, startDate, endDate },
      planId: this.#idOf("plans", plan),
      overrides: subscriptionOverride(subscription, subscriptionAmount),
      metadata: { salesperson: ["Robin", "Sam", "Alex"][at % 3] ?? "Robin", orderNumber: 7_000 + at * 3 },
    };
    const id = await this.#once("contracts", `${customerId} ${startDate}`, () =>
      createContract(this.tenant, this.#actor(), input, now),
    );
    this.#contractIds.set(at, id);
  }

  #contractId(at: number): string {
    const id = this.#contractIds.get(at);
    invariant(id !== undefined, "a sample contract is signed before anything happens to it");
    return id;
  }

  #grant({ amount, expiresAt, description }: NonNullable<SampleContract["promotion"]>, at: number, now: Date) {
    const input = { amount, expiresAt, description, externalId: `sample_${at}`, metadata: { approvedBy: "Robin" } };
    return grantPromotionalCredit(this.tenant, this.#actor(), this.#contractId(at), input, now);
  }

  /** A day after each day on which periods end: then their invoices become final. And once at the end. */
  #billingSteps(): Step[] {
    const days = Array.from({ length: 14 }, (_, monthsAgo) =>
      SAMPLE_START_DAYS.map((day) => addDays(addMonths(`${dayOf(this.#endsAt).slice(0, 8)}01`, -monthsAgo), day)),
    ).flat();
    const instants = [...days.map((day) => new Date(startOfDay(day).getTime() + 2 * 3_600_000)), this.#endsAt];
    const { reachedAt } = this.progress;
    return instants.filter((at) => !reachedAt || at > reachedAt).map((at) => ({ at, run: (now) => this.#bill(now) }));
  }

  /** Who has signed by now has used since then. */
  async #use(now: Date): Promise<void> {
    const uses = this.#contracts.flatMap((contract, at) =>
      this.#contractIds.has(at) ? { contract, customerId: this.#idOf("customers", contract.slug) } : [],
    );
    const lines = sampleUsage(uses, this.#usedUntil, now);
    const token = `sample ${this.progress.startedAt.toISOString()} ${now.toISOString()}`;
    if (lines.length > 0) await this.storeUsage(this.tenant, { lines, sentAt: this.clock(), token });
    this.#usedUntil = now;
  }

  async #bill(now: Date): Promise<void> {
    const { tenant } = this;
    await this.#use(now);
    await billContracts(tenant, [...this.#contractIds.values()], now, storedUsage, this.#actor());
    await this.#collect("In Progress", now);
    await this.#collect("Paid", now);
    await saveSampleProgress(tenant, this.progress.startedAt, now);
    await analyzeBillingAcrossTenants(tenant.environment);
  }

  /** Does with final invoices what the company has done with them by now. */
  async #collect(wanted: "In Progress" | "Paid", now: Date): Promise<void> {
    const places = new Map([...this.#contractIds].map(([at, id]) => [id, at]));
    for (const { id, contractId, periodIndex, status, finalizedAt } of await listOpenSampleInvoices(this.tenant)) {
      const contract = places.get(contractId);
      if (contract === undefined || status !== wanted) continue;
      const planned = sampleInvoiceAction({ contract, periodIndex, finalizedAt }, status, this.#endsAt);
      if (!planned || planned.at > now) continue;
      await changeInvoiceStatus(this.tenant, this.#actor(), id, planned.action, planned.at);
    }
  }
}

const earlier = (one: Date, other: Date): Date => (one < other ? one : other);

/** The second way, when what the first one wants to be told apart by belongs to somebody already. */
async function orWhenTaken<Created>(first: () => Promise<Created>, second: () => Promise<Created>): Promise<Created> {
  return first().catch((error: unknown) => {
    if (error instanceof DomainError && error.code === "CONFLICT") return second();
    throw error;
  });
}
