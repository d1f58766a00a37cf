import { endpoint } from "@/lib/api/endpoint";
import { findApiKeyOverview } from "@/lib/store/api-key-list";
import { listServersAcrossTenants, type ServerHeartbeat } from "@/lib/store/key-changes";
import { countRejectedEvents } from "@/lib/store/rejected-events";
import { readRequestSummary } from "@/lib/store/request-usage";
import { lastDays } from "../log-range";
import { summaryAnswer } from "../schemas/requests";

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

function backlogOf(servers: readonly ServerHeartbeat[], now: Date) {
  const oldestMs = Math.min(
    now.getTime(),
    ...servers.map(({ backlogSince }) => backlogSince?.getTime() ?? now.getTime()),
  );
  return {
    events: servers.reduce((sum, { backlogEvents }) => sum + backlogEvents, 0),
    oldestSeconds: Math.floor((now.getTime() - oldestMs) / 1_000),
  };
}
