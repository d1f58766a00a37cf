// A contract whose metered lines are fed by many events, counted a second time by hand: through NDJSON and JSON, some sent twice, some
// corrected, some late. `MINTKEY_TEST_EVENTS` says how many.
import { afterAll, beforeAll, expect, test } from "vitest";
import { usageAnswer } from "@/lib/api/schemas/usage";
import { dayOf, startOfDay } from "@/lib/domain/day";
import { decimal } from "@/lib/domain/decimal";
import type { Tenant } from "@/lib/domain/environment";
import type { Invoice } from "@/lib/domain/invoice";
import { billContracts } from "@/lib/operations/bill-contracts";
import { openWorld, type World } from "../support/api";
import { invoicesOf } from "../support/billing";
import { addMeter, addMeteredPricing, addPlan, addPricing } from "../support/catalog";
import { addContract } from "../support/contracts";
import { halfUp } from "../support/fractions";
import { addCustomer, addOrganization, mint, tenantOf } from "../support/people";
import { amountOf, type WrittenPrice } from "../support/rating-oracle";
import { shipAll } from "../support/spools";

const EVENTS = Number(process.env.MINTKEY_TEST_EVENTS ?? 20_000);
const PER_BODY = 10_000;
const DAY_MS = 86_400_000;
const TIERS = [
  { maxQty: "1000", unitAmount: "0.1", flatAmount: "0" },
  { maxQty: null, unitAmount: "0.0037", flatAmount: "5" },
];
const UNITS: WrittenPrice = { kind: "graduated", tiers: TIERS };
const USERS: WrittenPrice = { kind: "unit", unitAmount: "0.015" };

let world: World;
let tenant: Tenant;
let secret: string;

beforeAll(async () => {
  world = await openWorld();
  tenant = tenantOf("production", await addOrganization("Acme"));
  secret = (await mint(world.env, tenant, { scopes: ["*"] })).secret;
});
afterAll(() => world.close());

type Event = {
  readonly key: string;
  readonly atMs: number;
  /** Thousandths. */
  readonly units: number;
  readonly user: string;
  readonly region: string;
};

/** Every event as it counts, by its key: what was sent last. */
const counting = new Map<string, Event>();

async function send(events: readonly Event[], kind: "json" | "lines"): Promise<void> {
  for (let from = 0; from < events.length; from += PER_BODY) {
    const texts = events.slice(from, from + PER_BODY).map((event) =>
      JSON.stringify({
        eventName: "api_call",
        externalCustomerId: "cust_42",
        idempotencyKey: event.key,
        timestamp: new Date(event.atMs).toISOString(),
        properties: { units: event.units / 1000, user: event.user, region: event.region },
      }),
    );
    const type = kind === "json" ? "application/json" : "application/x-ndjson";
    const raw = kind === "json" ? `{"events":[${texts.join(",")}]}` : texts.join("\n");
    const { status } = await world.api.production.call("POST", "/v1/events/batch", {
      secret,
      raw,
      headers: { "content-type": type },
    });
    expect(status).toBe(202);
  }
  for (const event of events) counting.set(event.key, event);
}

/** What counts in a range, by hand: units in thousandths, and how many users. */
function countedIn(start: Date, end: Date) {
  let units = 0;
  const users = new Set<string>();
  for (const event of counting.values()) {
    if (event.atMs < start.getTime() || event.atMs >= end.getTime() || event.region === "test") continue;
    units += event.units;
    users.add(event.user);
  }
  return { units: `${Math.floor(units / 1000)}.${String(units % 1000).padStart(3, "0")}`, users: String(users.size) };
}

const centsOf = (price: WrittenPrice, quantity: string) => halfUp(amountOf(price, quantity), 2);
const rangeOf = ({ period }: Invoice): [Date, Date] => [startOfDay(period.start), startOfDay(period.end)];

/** Of an invoice: its metered lines and the adjustments of them, by their names. */
const metered = ({ lines }: Invoice, kind: "charge" | "adjustment") =>
  lines
    .filter((line) => line.isMetered && line.kind === kind)
    .map(({ name, totalAmountCents }) => [name, totalAmountCents]);

/** Units by graduated tiers, and users, without what was sent for tests. */
async function addMeteredContract(began: Date) {
  const { id: customerId } = await addCustomer(tenant, "Globex", "cust_42", began);
  const filters = { propertyFilters: [{ name: "region", exclude: ["test"] }] };
  const units = await addMeter(tenant, { ...filters, aggregationType: "SUM", aggregationKey: "units" }, began);
  const users = await addMeter(tenant, { ...filters, aggregationType: "UNIQUE", aggregationKey: "user" }, began);
  const pricingTiers = TIERS.map(({ maxQty, unitAmount, flatAmount }, at) => ({
    minQty: decimal(at === 0 ? 1 : 1001),
    maxQty: maxQty === null ? null : decimal(maxQty),
    unitAmount: decimal(unitAmount),
    flatAmount: decimal(flatAmount),
  }));
  const graduated = { name: "Units", tiering: "GRADUATED", unitAmount: undefined, pricingTiers } as const;
  const plan = await addPlan(tenant, [
    await addPricing(tenant),
    await addMeteredPricing(tenant, units.id, graduated),
    await addMeteredPricing(tenant, users.id, { name: "Users", unitAmount: decimal("0.015") }),
  ]);
  const contract = await addContract(tenant, { planId: plan.id, customerId, startDate: dayOf(began) }, began);
  return { contract, units, users };
}

function eventsSince(began: Date): Event[] {
  return Array.from({ length: EVENTS }, (_, at) => ({
    key: `row_${at}`,
    atMs: began.getTime() + Math.floor(((at * 7919) % EVENTS) * ((39 * DAY_MS) / EVENTS)),
    units: (at * 31) % 4001,
    user: `user_${(at * 13) % 997}`,
    region: at % 50 === 0 ? "test" : "eu",
  }));
}

/** What each meter's usage comes to by hand. */
const chargesOf = (quantities: ReturnType<typeof countedIn>) =>
  [
    ["Units", centsOf(UNITS, quantities.units)],
    ["Users", centsOf(USERS, quantities.users)],
  ] as const;

/** Some on time, some of them twice. */
async function sendOnTime(events: readonly Event[], late: number): Promise<void> {
  const half = Math.floor(EVENTS / 2);
  await send(events.slice(late, half), "lines");
  await send(events.slice(half), "json");
  await send(events.slice(half - late, half + late), "lines");
}

/** Some for the first time, some with other properties, some an hour earlier. */
async function sendLate(events: readonly Event[], late: number): Promise<void> {
  const corrected = events
    .slice(late, 2 * late)
    .map((event) => ({ ...event, units: event.units + 1, user: "corrected" }));
  const moved = events.slice(2 * late, 3 * late).map((event) => ({ ...event, atMs: event.atMs - 3_600_000 }));
  await send(events.slice(0, late), "json");
  await send(corrected, "lines");
  await send(moved, "json");
}

async function billedInvoices(contractId: string, now: Date): Promise<[Invoice, Invoice]> {
  await shipAll("production", world.api.production.services.spool);
  await billContracts(tenant, [contractId], now);
  const [final, draft] = await invoicesOf(tenant, contractId);
  if (!final || !draft) throw new Error("The contract has two invoices");
  return [final, draft];
}

test("invoices, usage and cost agree with a count by hand, to the last decimal", { timeout: 600_000 }, async () => {
  const now = new Date();
  const began = new Date(now.getTime() - 40 * DAY_MS);
  const { contract, units, users } = await addMeteredContract(began);
  const events = eventsSince(began);
  const late = Math.floor(EVENTS / 100);
  await sendOnTime(events, late);
  const [first] = await billedInvoices(contract.id, now);
  const onTime = chargesOf(countedIn(...rangeOf(first)));
  expect([first.status, metered(first, "charge")]).toEqual(["In Progress", onTime]);

  await sendLate(events, late);
  const [final, draft] = await billedInvoices(contract.id, now);
  const asItIsNow = chargesOf(countedIn(...rangeOf(final)));
  const current = chargesOf(countedIn(...rangeOf(draft)));
  expect(metered(final, "charge")).toEqual(onTime);
  expect(metered(draft, "charge")).toEqual(current);
  const deltas = asItIsNow.map(([name, cents], at) => [`Adjustment: ${name}`, cents - (onTime[at]?.[1] ?? 0n)]);
  expect(metered(draft, "adjustment")).toEqual(deltas.filter(([, cents]) => cents !== 0n));
  expect(deltas).not.toContainEqual(["Adjustment: Units", 0n]);

  const [[start], [, end]] = [rangeOf(final), rangeOf(draft)];
  for (const [meter, of] of [
    [units, "units"],
    [users, "users"],
  ] as const) {
    const asked = `meterId=${meter.id}&contractId=${contract.id}&start=${start.toISOString()}&end=${end.toISOString()}`;
    const { json } = await world.api.production.call("GET", `/v1/usage?${asked}&window=MONTH`, { secret });
    expect(decimal(usageAnswer.parse(json).data.totalValue).eq(countedIn(start, end)[of])).toBe(true);
  }
  const body = { contractId: contract.id, endDate: end.toISOString() };
  const cost = await world.api.production.call("POST", "/v1/usage/cost", { secret, body });
  const cents = [...asItIsNow, ...current].reduce((sum, [, one]) => sum + one, 0n);
  expect(cost.json).toMatchObject({ totalAmount: Number(cents) / 100 });
});
