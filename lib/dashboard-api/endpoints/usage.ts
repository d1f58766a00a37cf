import { endpoint } from "@/lib/api/endpoint";
import { listServersAcrossTenants } from "@/lib/store/key-changes";
import { findUsageFacets } from "@/lib/store/usage-facets";
import { usageBacklogAnswer, usageFacetsAnswer } from "../schemas/usage";
import { backlogOf } from "../servers-backlog";

const SESSION = { credential: "session", scope: null, limit: "per-address", tag: "Usage", method: "get" } as const;

const facetsEndpoint = endpoint({
  ...SESSION,
  path: "/usage/facets",
  summary: "What usage can be filtered and grouped by",
  answer: { status: 200, schema: usageFacetsAnswer },
  handle: async ({ tenant }) => ({ data: await findUsageFacets(tenant) }),
});

const backlogEndpoint = endpoint({
  ...SESSION,
  path: "/usage/backlog",
  summary: "Accepted events that queries do not show yet",
  description: "Of the environment, as its servers last told.",
  answer: { status: 200, schema: usageBacklogAnswer },
  handle: async ({ tenant, now }) => ({
    data: backlogOf(await listServersAcrossTenants(tenant.environment), now),
  }),
});

export const usagePageEndpoints = [facetsEndpoint, backlogEndpoint];
