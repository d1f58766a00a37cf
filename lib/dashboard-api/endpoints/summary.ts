import { endpoint } from "@/lib/api/endpoint";
import { findApiKeyOverview } from "@/lib/store/api-key-list";
import { listServersAcrossTenants } from "@/lib/store/key-changes";
import { countRejectedEvents } from "@/lib/store/rejected-events";
import { readRequestSummary } from "@/lib/store/request-usage";
import { lastDays } from "../log-range";
import { summaryAnswer } from "../schemas/requests";
import { backlogOf } from "../servers-backlog";

const summaryEndpoint = endpoint({
  credential: "session",
  scope: null,
  limit: "per-address",
  tag: "Requests",
  method: "get",
  path: "/summary",
  summary: "Keys, requests, events and servers in figures",
  description: "The servers and their backlog are those of the environment, everything else is the organization's.",
  answer: { status: 200, schema: summaryAnswer },
  handle: async ({ tenant, now }) => {
    const lastDay = lastDays(1, now);
    const [{ counts }, requests, eventsRejected, servers] = await Promise.all([
      findApiKeyOverview(tenant, now),
      readRequestSummary(tenant, lastDay),
      countRejectedEvents(tenant, lastDay),
      listServersAcrossTenants(tenant.environment),
    ]);
    return {
      data: {
        environment: tenant.environment,
        keys: counts,
        last24Hours: { ...requests, eventsRejected },
        servers: servers.map(({ id, startedAt, lastHeartbeatAt }) => ({
          id,
          startedAt: startedAt.toISOString(),
          lastHeartbeatAt: lastHeartbeatAt.toISOString(),
        })),
        backlog: backlogOf(servers, now),
      },
    };
  },
});

export const summaryEndpoints = [summaryEndpoint];
