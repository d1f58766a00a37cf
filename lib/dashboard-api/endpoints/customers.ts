import { z } from "zod";
import { endpoint } from "@/lib/api/endpoint";
import { customerJsonOf, customerPage } from "@/lib/api/schemas/customers";
import { text, uuid } from "@/lib/api/schemas/fields";
import { cursorParameter, PAGE_SIZE_MAX, pageLimit } from "@/lib/api/schemas/paging";
import { listCustomers } from "@/lib/store/customers";

/** The customers that the rows of another list name. */
const ids = z
  .string()
  .transform((list) => list.split(","))
  .pipe(z.array(uuid).max(PAGE_SIZE_MAX, `must name at most ${PAGE_SIZE_MAX} customers`));

const searchCustomersQuery = z.strictObject({
  search: text({ min: 1, max: 100 }).optional(),
  ids: ids.optional(),
  limit: pageLimit(25),
  cursor: cursorParameter,
});

// The public list finds a customer by exact external id; people look for a piece of a name.
const searchCustomersEndpoint = endpoint({
  method: "get",
  path: "/customers",
  summary: "Search customers by name or external id",
  tag: "Customers",
  credential: "session",
  scope: null,
  limit: "per-address",
  query: searchCustomersQuery,
  answer: { status: 200, schema: customerPage },
  handle: async ({ tenant, query: { search, ids, ...page } }) => {
    const { items, ...rest } = await listCustomers(tenant, { search, ids }, page);
    return { data: items.map(customerJsonOf), ...rest };
  },
});

export const customerSearchEndpoints = [searchCustomersEndpoint];
