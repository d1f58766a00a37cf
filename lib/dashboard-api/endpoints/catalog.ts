import { z } from "zod";
import { endpoint } from "@/lib/api/endpoint";
import { uuid } from "@/lib/api/schemas/fields";
import { cursorParameter, pageLimit } from "@/lib/api/schemas/paging";
import { PLAN_STATUSES, planJsonOf } from "@/lib/api/schemas/plans";
import { countContractsOfPlans, listPlans } from "@/lib/store/plans";
import { listProducts } from "@/lib/store/products";
import { countedPlanPage, productPage } from "../schemas/catalog";

// The public API knows a product only by its pricings; whoever makes a price wants to choose one.
const listProductsEndpoint = endpoint({
  method: "get",
  path: "/products",
  summary: "List products, newest first",
  tag: "Pricing",
  credential: "session",
  scope: null,
  limit: "per-address",
  query: z.strictObject({ limit: pageLimit(100), cursor: cursorParameter }),
  answer: { status: 200, schema: productPage },
  handle: async ({ tenant, query }) => {
    const { items, ...rest } = await listProducts(tenant, query);
    return { data: items.map((product) => ({ ...product, createdAt: product.createdAt.toISOString() })), ...rest };
  },
});

const listPlansQuery = z.strictObject({
  status: z.enum([...PLAN_STATUSES, "all"]).default("active"),
  pricingId: uuid.optional(),
  limit: pageLimit(25),
  cursor: cursorParameter,
});

// The public list says neither which plans a price is in, nor whether a plan is in use.
const listPlansEndpoint = endpoint({
  method: "get",
  path: "/plans",
  summary: "List plans with how many contracts each has, newest first",
  tag: "Plans",
  credential: "session",
  scope: null,
  limit: "per-address",
  query: listPlansQuery,
  answer: { status: 200, schema: countedPlanPage },
  handle: async ({ tenant, query: { status, pricingId, ...page } }) => {
    const { items, ...rest } = await listPlans(tenant, { status, pricingId }, page);
    const counts = await countContractsOfPlans(
      tenant,
      items.map(({ id }) => id),
    );
    return { data: items.map((plan) => ({ ...planJsonOf(plan), contractCount: counts.get(plan.id) ?? 0 })), ...rest };
  },
});

export const catalogEndpoints = [listProductsEndpoint, listPlansEndpoint];
