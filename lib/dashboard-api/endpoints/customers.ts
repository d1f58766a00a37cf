import { z } from "zod";
import { endpoint } from "@/lib/api/endpoint";
import { customerJsonOf, customerPage } from "@/lib/api/schemas/customers";
import { text } from "@/lib/api/schemas/fields";
import { cursorParameter, pageLimit } from "@/lib/api/schemas/paging";
import { addDays, dayOf, startOfDay } from "@/lib/domain/day";
import { countActiveContracts, countEventsOfCustomers } from "@/lib/store/customer-figures";
import { listCustomers } from "@/lib/store/customers";
import { activeContractsAnswer, customerEventsAnswer, customerFiguresQuery, customerIds } from "../schemas/customers";

const SESSION = { credential: "session", scope: null, limit: "per-address", tag: "Customers", method: "get" } as const;
/** Whole days of UTC with today, as the page of a customer shows them. */
const EVENTS_OF_DAYS = 30;

const searchCustomersQuery = z.strictObject({
  search: text({ min: 1, max: 100 }).optional(),
  ids: customerIds.optional(),
  limit: pageLimit(25),
  cursor: cursorParameter,
});

// The public list finds a customer by exact external id; people look for a piece of a name.
const searchCustomersEndpoint = endpoint({
  ...SESSION,
  path: "/customers",
  summary: "Search customers by name or external id",
  query: searchCustomersQuery,
  answer: { status: 200, schema: customerPage },
  handle: async ({ tenant, query: { search, ids, ...page } }) => {
    const { items, ...rest } = await listCustomers(tenant, { search, ids }, page);
    return { data: items.map(customerJsonOf), ...rest };
  },
});

const activeContractsEndpoint = endpoint({
  ...SESSION,
  path: "/customers/active-contracts",
  summary: "How many active contracts customers have",
  query: customerFiguresQuery,
  answer: { status: 200, schema: activeContractsAnswer },
  handle: async ({ tenant, query: { ids }, now }) => {
    const counts = await countActiveContracts(tenant, ids, dayOf(now));
    return { data: ids.map((customerId) => ({ customerId, activeContracts: counts.get(customerId) ?? 0 })) };
  },
});

const customerEventsEndpoint = endpoint({
  ...SESSION,
  path: "/customers/events",
  summary: `How many events counted for customers in ${EVENTS_OF_DAYS} days`,
  query: customerFiguresQuery,
  answer: { status: 200, schema: customerEventsAnswer },
  handle: async ({ tenant, query: { ids }, now }) => {
    const tomorrow = addDays(dayOf(now), 1);
    const range = { start: startOfDay(addDays(tomorrow, -EVENTS_OF_DAYS)), end: startOfDay(tomorrow) };
    const counts = await countEventsOfCustomers(tenant, ids, range);
    return { data: ids.map((customerId) => ({ customerId, events: counts.get(customerId) ?? 0 })) };
  },
});

export const customerPageEndpoints = [searchCustomersEndpoint, activeContractsEndpoint, customerEventsEndpoint];
