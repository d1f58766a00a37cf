// From nothing to a price: each step is one request, and keeps the id of what it made for the next.
import type { SnippetRequest } from "./snippets";

export type WalkthroughStep = {
  title: string;
  text: string;
  scope: string;
  request: SnippetRequest;
  /** The variable that holds the answer's `data.id` from here on. */
  keeps?: string;
};

/** `today` is a day like `2026-02-01`: the contract begins on the first of its month. */
export function walkthroughSteps(today: string): WalkthroughStep[] {
  return [METER, PRICE, ESTIMATE, PLAN, CUSTOMER, contractOf(`${today.slice(0, 7)}-01`), EVENT, INVOICE];
}

const post = (path: string, body: unknown): SnippetRequest => ({ method: "post", path, body, needsKey: true });

const METER: WalkthroughStep = {
  title: "Say what is counted",
  text: "A meter adds up the property `units` of every event named `api_call`.",
  scope: "meters:write",
  request: post("/v1/meters", {
    displayName: "API calls",
    code: "API_CALLS",
    aggregationType: "SUM",
    aggregationKey: "units",
    eventTypeFilter: { include: ["api_call"] },
  }),
  keeps: "METER_ID",
};

const PRICE: WalkthroughStep = {
  title: "Give it a price",
  text: "The first 100 units of a month cost 0.10 each, every further one 0.08. `GRADUATED` prices each unit by its own tier.",
  scope: "pricing:write",
  request: post("/v1/pricing", {
    name: "API calls",
    productName: "API",
    model: "USAGE",
    billingMode: "RECURRING",
    priceInterval: "MONTH",
    tiering: "GRADUATED",
    pricingTiers: [
      { minQty: "1", maxQty: "100", unitAmount: "0.10" },
      { minQty: "101", unitAmount: "0.08" },
    ],
    meterId: "$METER_ID",
  }),
  keeps: "PRICING_ID",
};

const PLAN: WalkthroughStep = {
  title: "Put prices into a plan",
  text: "A plan names its prices, its currency and how many days an invoice may stay unpaid.",
  scope: "plans:write",
  request: post("/v1/plans", { name: "Pro", netTerms: 30, currency: "USD", items: [{ pricingId: "$PRICING_ID" }] }),
  keeps: "PLAN_ID",
};

const CUSTOMER: WalkthroughStep = {
  title: "Create the customer",
  text: "Give it the id that your own system knows it by: events can then be sent with that.",
  scope: "customers:write",
  request: post("/v1/customers", { name: "Globex", externalCustomerId: "cust_42" }),
  keeps: "CUSTOMER_ID",
};

const contractOf = (startDate: string): WalkthroughStep => ({
  title: "Agree on a contract",
  text: "From the start date on, every month gets one invoice. It is a draft until 24 hours after the month has ended.",
  scope: "contracts:write",
  request: post("/v1/contracts", { planId: "$PLAN_ID", customerId: "$CUSTOMER_ID", startDate }),
  keeps: "CONTRACT_ID",
});

const ESTIMATE: WalkthroughStep = {
  title: "See what usage would cost",
  text: "An estimate prices events without storing them. Here 3 units cost 0.30.",
  scope: "pricing:read",
  request: post("/v1/pricing/estimate", { events: [{ eventName: "api_call", properties: { units: 3 } }] }),
};

const EVENT: WalkthroughStep = {
  title: "Send what was used",
  text: "The event is on disk when this answers, and counts within a second. Sent again with the same `idempotencyKey` it takes the place of the earlier one.",
  scope: "usage:write",
  request: post("/v1/events", {
    eventName: "api_call",
    externalCustomerId: "cust_42",
    idempotencyKey: "row_1",
    properties: { units: 3 },
  }),
};

const INVOICE: WalkthroughStep = {
  title: "Read the invoice",
  text: "The draft of the current month, with its lines. It follows the usage of the customer.",
  scope: "invoices:read",
  request: {
    method: "get",
    path: "/v1/invoices",
    query: [
      ["contractId", "$CONTRACT_ID"],
      ["include", "lineItems"],
    ],
    needsKey: true,
  },
};
