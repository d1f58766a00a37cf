import { changeCustomer } from "@/lib/operations/change-customer";
import { createCustomer } from "@/lib/operations/create-customer";
import { getCustomer, listCustomers } from "@/lib/store/customers";
import { endpoint } from "../endpoint";
import {
  changeCustomerBody,
  createCustomerBody,
  customerAnswer,
  customerJsonOf,
  customerPage,
  listCustomersQuery,
} from "../schemas/customers";

const EXTERNAL_ID_TAKEN = "externalCustomerId is already used by another customer";

const listCustomersEndpoint = endpoint({
  method: "get",
  path: "/v1/customers",
  summary: "List customers, newest first",
  tag: "Customers",
  credential: "key-or-session",
  scope: "customers:read",
  limit: "per-address",
  query: listCustomersQuery,
  answer: { status: 200, schema: customerPage },
  handle: async ({ tenant, query: { externalCustomerId, ...page } }) => {
    const { items, ...rest } = await listCustomers(tenant, { externalCustomerId }, page);
    return { data: items.map(customerJsonOf), ...rest };
  },
});

const getCustomerEndpoint = endpoint({
  method: "get",
  path: "/v1/customers/{customerId}",
  summary: "Get a customer",
  tag: "Customers",
  credential: "key-or-session",
  scope: "customers:read",
  limit: "per-address",
  noun: "Customer",
  answer: { status: 200, schema: customerAnswer },
  handle: async ({ tenant, params }) => ({ data: customerJsonOf(await getCustomer(tenant, params.customerId)) }),
});

const createCustomerEndpoint = endpoint({
  method: "post",
  path: "/v1/customers",
  summary: "Create a customer",
  description:
    "An `externalCustomerId` belongs to one customer for good: once used, also when changed later, no other customer can take it.",
  tag: "Customers",
  credential: "key-or-session",
  scope: "customers:write",
  limit: "per-address",
  idempotent: true,
  conflict: EXTERNAL_ID_TAKEN,
  body: createCustomerBody,
  answer: { status: 201, schema: customerAnswer },
  handle: async ({ tenant, actor, body, now, once }) => {
    const customer = await createCustomer(
      tenant,
      actor,
      body,
      now,
      once((created) => ({ data: customerJsonOf(created) })),
    );
    return { data: customerJsonOf(customer) };
  },
});

const changeCustomerEndpoint = endpoint({
  method: "patch",
  path: "/v1/customers/{customerId}",
  summary: "Change a customer",
  description:
    "Fields that are left out stay. `contacts` and `tags` are replaced as a whole; `null` clears. Events sent with a former `externalCustomerId` keep counting for their customer.",
  tag: "Customers",
  credential: "key-or-session",
  scope: "customers:write",
  limit: "per-address",
  noun: "Customer",
  conflict: EXTERNAL_ID_TAKEN,
  body: changeCustomerBody,
  answer: { status: 200, schema: customerAnswer },
  handle: async ({ tenant, actor, params, body, now }) => ({
    data: customerJsonOf(await changeCustomer(tenant, actor, params.customerId, body, now)),
  }),
});

export const customerEndpoints = [
  listCustomersEndpoint,
  getCustomerEndpoint,
  createCustomerEndpoint,
  changeCustomerEndpoint,
];
