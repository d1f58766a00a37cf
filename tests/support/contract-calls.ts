// Calls on a tenant's contracts, for tests of their endpoints.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { contractAnswer, contractPage } from "@/lib/api/schemas/contracts";
import { dayOf } from "@/lib/domain/day";
import type { Tenant } from "@/lib/domain/environment";
import { openWorld, type World } from "./api";
import type { Sent } from "./calls";
import { addSeatPlan } from "./contracts";
import { addCustomer, addOrganization, mint, tenantOf } from "./people";
import { query } from "./rows";

export const TODAY = dayOf(new Date());

export type ContractTenant = { world: World; tenant: Tenant; secret: string; customerId: string; planId: string };

/** Gives each test of the file a new organization of production with a customer and a plan. */
export function beforeEachContractTenant(begin: (given: ContractTenant) => void): void {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    const tenant = tenantOf("production", await addOrganization(`Acme ${randomUUID()}`));
    const { secret } = await mint(world.env, tenant);
    const { id: customerId } = await addCustomer(tenant, "Globex", "crm-1");
    begin({ world, tenant, secret, customerId, planId: (await addSeatPlan(tenant)).id });
  });
}

/** Calls with the key, and for the customer and plan, of whoever is given at that moment. */
export function contractCalls(given: () => ContractTenant) {
  const call = (method: string, path: string, sent: Sent = {}) =>
    given().world.api.production.call(method, path, { secret: given().secret, ...sent });
  const create = (fields: object = {}, sent: Sent = {}) => {
    const { customerId, planId } = given();
    return call("POST", "/v1/contracts", { body: { customerId, planId, startDate: TODAY, ...fields }, ...sent });
  };
  return {
    call,
    create,
    created: async (fields: object = {}) => contractAnswer.parse((await create(fields)).json).data,
    read: async (id: string) => contractAnswer.parse((await call("GET", `/v1/contracts/${id}`)).json).data,
    list: async (parameters = "") => contractPage.parse((await call("GET", `/v1/contracts?${parameters}`)).json),
    patch: (id: string, body: unknown) => call("PATCH", `/v1/contracts/${id}`, { body }),
    cancel: (id: string) => call("POST", `/v1/contracts/${id}/cancel`, { body: { cancelAt: "end_of_period" } }),
    audited: () =>
      query<{ action: string; before: unknown; after: unknown; details: unknown }>(
        given().world.databases.productionUrl,
        "SELECT action, before, after, details FROM audit_events WHERE organization_id = $1 AND target->>'kind' = 'contract' ORDER BY sequence",
        [given().tenant.organizationId],
      ),
  };
}
