// A call of every endpoint that succeeds, for what is tested of all endpoints alike.
import { randomUUID } from "node:crypto";
import type { Endpoint } from "@/lib/api/endpoint";
import { secretDigester } from "@/lib/auth/secret-digest";
import { decimal } from "@/lib/domain/decimal";
import type { Tenant } from "@/lib/domain/environment";
import type { Env } from "@/lib/env";
import { requireVariable, variablesOf } from "@/lib/env";
import { revokeApiKey } from "@/lib/operations/revoke-api-key";
import { rotateApiKey } from "@/lib/operations/rotate-api-key";
import { addFinalInvoice, addPaidInvoice, invoicesOf } from "./billing";
import { addMeter, addPlan, addPricing } from "./catalog";
import { addContract, addCredit, addSeatPlan } from "./contracts";
import { actorNamed, addCustomer, type Member, mint, PASSWORD, signIn } from "./people";
import { REQUEST_EXAMPLES } from "./request-examples";
import { acceptedBatch, storeBatches } from "./sent-usage";

export type Example = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: unknown;
};

/** On what an example works: `member` is signed in and calls, when it is an endpoint of the dashboard. */
export type Place = { readonly env: Env; readonly tenant: Tenant; readonly member: Member };

type Prepare = (place: Place) => Promise<Example>;

const customer: Prepare = async ({ tenant }) => ({ params: { customerId: (await addCustomer(tenant, "Globex")).id } });
const namedCustomer: Prepare = async ({ tenant }) => ({ query: `ids=${(await addCustomer(tenant, "Globex")).id}` });
const meter: Prepare = async ({ tenant }) => ({ params: { meterId: (await addMeter(tenant)).id } });
const plan: Prepare = async ({ tenant }) => ({
  params: { planId: (await addPlan(tenant, [await addPricing(tenant)])).id },
});
const pricing: Prepare = async ({ tenant }) => ({ params: { pricingId: (await addPricing(tenant)).id } });
const contract: Prepare = async ({ tenant }) => ({ params: { contractId: (await addContract(tenant)).id } });
const contractWithCredit: Prepare = async ({ tenant }) => {
  const { id } = await addContract(tenant, {
    creditGrantCents: 10_000n,
    creditSettings: { creditRateCents: decimal("0.5") },
  });
  await addCredit(tenant, id, { description: "Welcome", externalId: "promo-1", metadata: { campaign: "spring" } });
  return { params: { contractId: id } };
};
const draft: Prepare = async ({ tenant }) => {
  const [invoice] = await invoicesOf(tenant, (await addContract(tenant)).id);
  return { params: { invoiceId: String(invoice?.id) } };
};
const finalInvoice: Prepare = async ({ tenant }) => ({ params: { invoiceId: (await addFinalInvoice(tenant)).id } });
const paidInvoice: Prepare = async ({ tenant }) => ({ params: { invoiceId: (await addPaidInvoice(tenant)).id } });
const key: Prepare = async ({ env, tenant }) => ({ params: { keyId: (await mint(env, tenant)).key.id } });

const rotatingKey: Prepare = async ({ env, tenant }) => {
  const { key } = await mint(env, tenant);
  const digest = secretDigester(requireVariable(env, variablesOf(tenant.environment).pepper));
  await rotateApiKey(tenant, actorNamed("Tests"), key.id, 900, new Date(), () => undefined, digest);
  return { params: { keyId: key.id } };
};

const withBody =
  (prepare: Prepare, body: unknown): Prepare =>
  async (place) => ({ ...(await prepare(place)), body });
/** One that counts, and a line that is none. */
const storedEvents: Prepare = async ({ tenant }) => {
  const event = JSON.stringify({ ...USAGE_EVENT, properties: { units: 3, region: "eu", trial: true } });
  await storeBatches(tenant, [acceptedBatch(tenant, [event, '{"eventName":"api_call"}'], "lines")]);
  return { query: "limit=2" };
};

const nothing: Prepare = async () => ({});

const USAGE_EVENT = {
  eventName: "api_call",
  externalCustomerId: "cust_42",
  idempotencyKey: "row_1",
  properties: { units: 3, region: "eu" },
};

const EXAMPLES: Readonly<Record<string, Prepare>> = {
  "get /v1/me": nothing,
  "get /v1/health/live": nothing,
  "get /v1/health/ready": nothing,
  "get /v1/openapi.json": nothing,
  "get /v1/customers": async ({ tenant }) => {
    await addCustomer(tenant, "Initech");
    return { query: "limit=2" };
  },
  "get /v1/customers/{customerId}": customer,
  "post /v1/customers": async () => ({ body: { name: "Umbrella", externalCustomerId: randomUUID(), tags: ["beta"] } }),
  "patch /v1/customers/{customerId}": withBody(customer, { name: "Globex Corporation" }),
  "get /v1/meters": async (place) => ({ ...(await meter(place)), query: "status=all&limit=2" }),
  "get /v1/meters/{meterId}": meter,
  "post /v1/meters": async () => ({
    body: {
      displayName: "API calls",
      aggregationKey: "units",
      propertyFilters: [
        { name: "region", include: ["eu", 1, true] },
        { name: "test", exists: false },
      ],
    },
  }),
  "delete /v1/meters/{meterId}": meter,
  "get /v1/plans": async (place) => ({ ...(await plan(place)), query: "limit=2" }),
  "get /v1/plans/{planId}": plan,
  "post /v1/plans": async ({ tenant }) => ({
    body: {
      name: "Pro",
      items: [{ pricingId: (await addPricing(tenant)).id, quantity: 3 }],
      creditGrantCents: 1_000_000_000_000,
      creditSettings: { creditRateCents: 0.000001 },
    },
  }),
  "patch /v1/plans/{planId}": withBody(plan, { name: "Pro 2026", netTerms: 14 }),
  "delete /v1/plans/{planId}": plan,
  "get /v1/pricing": async (place) => ({ ...(await pricing(place)), query: "limit=2" }),
  "get /v1/pricing/{pricingId}": pricing,
  "post /v1/pricing": async ({ tenant }) => ({
    body: {
      name: "API calls",
      productName: "API",
      model: "USAGE",
      billingMode: "RECURRING",
      priceInterval: "MONTH",
      tiering: "GRADUATED",
      meterId: (await addMeter(tenant)).id,
      flatAmount: "1.5",
      pricingTiers: [
        { minQty: "1", maxQty: "100", unitAmount: "0.1" },
        { minQty: "101", unitAmount: "0.08", flatAmount: "5" },
      ],
    },
  }),
  "post /v1/pricing/estimate": async (place) => {
    await meter(place);
    return { body: { events: [{ eventName: "api_call", idempotencyKey: "e1", properties: { units: 3 } }] } };
  },
  "post /v1/events": async () => ({ body: USAGE_EVENT }),
  "post /v1/events/batch": async () => ({
    body: { events: [USAGE_EVENT, { ...USAGE_EVENT, idempotencyKey: "row_2" }] },
  }),
  "get /v1/events": storedEvents,
  "get /v1/events/rejected": storedEvents,
  "get /v1/contracts": async (place) => ({ ...(await contract(place)), query: "isActive=true&limit=2" }),
  "get /v1/contracts/{contractId}": contract,
  "post /v1/contracts": async ({ tenant }) => ({
    body: {
      customerId: (await addCustomer(tenant, "Globex")).id,
      planId: (await addSeatPlan(tenant)).id,
      startDate: new Date().toISOString().slice(0, 10),
      creditGrantCents: 5000,
      creditSettings: { creditRateCents: 0.5 },
      metadata: { costCenter: "42", seats: 3, pilot: true },
    },
  }),
  "patch /v1/contracts/{contractId}": withBody(contract, { metadata: { costCenter: "43" } }),
  "post /v1/contracts/{contractId}/cancel": withBody(contract, { cancelAt: "end_of_period" }),
  "get /v1/contracts/{contractId}/credits/balance": contractWithCredit,
  "get /v1/contracts/{contractId}/credits/ledger": contractWithCredit,
  "post /v1/contracts/{contractId}/credits/promotional/grant": withBody(contract, {
    creditAmount: 2.5,
    creditRateCents: 10,
    expiresAt: "2999-12-31T00:00:00Z",
    externalId: "promo-1",
  }),
  "get /v1/invoices": async (place) => ({ ...(await finalInvoice(place)), query: "include=lineItems&limit=3" }),
  "get /v1/invoices/{invoiceId}": async (place) => ({ ...(await draft(place)), query: "include=lineItems" }),
  "get /v1/invoices/{invoiceId}/credit-report": finalInvoice,
  "get /v1/usage": async (place) => ({
    query: `meterId=${(await meter(place)).params?.meterId}&start=2026-02-01&end=2026-02-08`,
  }),
  "post /v1/usage/cost": async ({ tenant }) => ({
    body: { customerId: (await addCustomer(tenant, "Globex")).id, startDate: "2026-01-01", endDate: "2026-02-01" },
  }),

  "get /viewer": nothing,
  "get /sessions": nothing,
  "post /confirm-password": async () => ({ body: { password: PASSWORD } }),
  "post /change-password": async () => ({ body: { currentPassword: PASSWORD, newPassword: PASSWORD } }),
  "delete /sessions/{sessionId}": async ({ env, member }) => ({
    params: { sessionId: (await signIn(env, member)).sessionId },
  }),
  "post /sessions/sign-out-others": nothing,
  "get /customers": nothing,
  "get /customers/active-contracts": namedCustomer,
  "get /customers/events": namedCustomer,
  "post /invoices/{invoiceId}/mark-as-paid": finalInvoice,
  "post /invoices/{invoiceId}/cancel": finalInvoice,
  "post /invoices/{invoiceId}/refund": paidInvoice,
  "get /products": async (place) => {
    await pricing(place);
    return {};
  },
  "get /plans": async ({ tenant }) => {
    const used = await addPricing(tenant);
    await addPlan(tenant, [used]);
    return { query: `pricingId=${used.id}` };
  },

  "get /usage/facets": async ({ tenant }) => {
    const event = '{"eventName":"api_call","externalCustomerId":"cust_42","properties":{"units":3}}';
    await storeBatches(tenant, [acceptedBatch(tenant, [event])]);
    return {};
  },
  "get /usage/backlog": nothing,

  "get /sample-data": nothing,
  "post /sample-data": nothing,
  "delete /sample-data": nothing,

  "get /api-keys": async ({ env, tenant }) => {
    const { key } = await mint(env, tenant, { name: "one to be revoked" });
    await revokeApiKey(tenant, actorNamed("Tests"), key.id, { reason: "OTHER", note: "" }, new Date());
    return { query: "limit=5" };
  },
  "get /api-keys/overview": key,
  ...REQUEST_EXAMPLES,
  "get /api-keys/{keyId}": key,
  "post /api-keys": async () => ({ body: { name: "ci", preset: "read-only", expiresAt: null } }),
  "patch /api-keys/{keyId}": withBody(key, { scopes: ["customers:read"] }),
  "post /api-keys/{keyId}/rotate": withBody(key, { gracePeriodSeconds: 900 }),
  "post /api-keys/{keyId}/rotation/finish": rotatingKey,
  "post /api-keys/{keyId}/rotation/extend": withBody(rotatingKey, { gracePeriodSeconds: 3600 }),
  "post /api-keys/{keyId}/rotation/rollback": rotatingKey,
  "post /api-keys/{keyId}/revoke": withBody(key, { reason: "UNUSED" }),
  "post /api-keys/revoke": async (place) => ({ body: { keyIds: [(await key(place)).params?.keyId], reason: "OTHER" } }),

  "get /audit-log": key,
  "get /audit-log/facets": key,
  "get /audit-log/verification": key,
  "get /audit-log/export": async (place) => ({ ...(await key(place)), query: "format=jsonl" }),
};

export const nameOf = ({ method, path }: Endpoint): string => `${method} ${path}`;

export const hasExample = (endpoint: Endpoint): boolean => Object.hasOwn(EXAMPLES, nameOf(endpoint));

export async function exampleOf(endpoint: Endpoint, place: Place): Promise<Example> {
  const prepare = EXAMPLES[nameOf(endpoint)];
  if (!prepare) throw new Error(`${nameOf(endpoint)} has no example in tests/support/examples.ts`);
  return prepare(place);
}

/** The concrete path of a call. A parameter without a value becomes an id that nothing has. */
export function pathOf({ path }: Endpoint, { params = {}, query }: Example = {}): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? randomUUID());
  return query === undefined ? filled : `${filled}?${query}`;
}
