import { createPricing, METER_ARCHIVED } from "@/lib/operations/create-pricing";
import { getPricing, listPricings } from "@/lib/store/pricings";
import { endpoint } from "../endpoint";
import { createPricingBody, listPricingQuery, pricingAnswer, pricingJsonOf, pricingPage } from "../schemas/pricing";

const listPricingEndpoint = endpoint({
  method: "get",
  path: "/v1/pricing",
  summary: "List pricing, newest first",
  tag: "Pricing",
  credential: "key-or-session",
  scope: "pricing:read",
  limit: "per-address",
  query: listPricingQuery,
  answer: { status: 200, schema: pricingPage },
  handle: async ({ tenant, query: { productId, meterId, ...page } }) => {
    const { items, ...rest } = await listPricings(tenant, { productId, meterId }, page);
    return { data: items.map(pricingJsonOf), ...rest };
  },
});

const getPricingEndpoint = endpoint({
  method: "get",
  path: "/v1/pricing/{pricingId}",
  summary: "Get a pricing",
  tag: "Pricing",
  credential: "key-or-session",
  scope: "pricing:read",
  limit: "per-address",
  noun: "Pricing",
  answer: { status: 200, schema: pricingAnswer },
  handle: async ({ tenant, params }) => ({ data: pricingJsonOf(await getPricing(tenant, params.pricingId)) }),
});

const createPricingEndpoint = endpoint({
  method: "post",
  path: "/v1/pricing",
  summary: "Create a pricing",
  description:
    "`FLAT` and `TIER` price the quantity of a plan's item, `USAGE` prices what a meter counts. Amounts are decimal strings in major units, like `0.008`. `productName` takes the product of exactly that name, or creates it.",
  tag: "Pricing",
  credential: "key-or-session",
  scope: "pricing:write",
  limit: "per-address",
  idempotent: true,
  conflict: METER_ARCHIVED,
  body: createPricingBody,
  answer: { status: 201, schema: pricingAnswer },
  handle: async ({ tenant, actor, body, now, once }) => {
    const pricing = await createPricing(
      tenant,
      actor,
      body,
      now,
      once((created) => ({ data: pricingJsonOf(created) })),
    );
    return { data: pricingJsonOf(pricing) };
  },
});

export const pricingEndpoints = [listPricingEndpoint, getPricingEndpoint, createPricingEndpoint];
