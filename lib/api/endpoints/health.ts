import { z } from "zod";
import { unavailable } from "@/lib/domain/errors";
import { isDatabaseUpAcrossTenants } from "@/lib/store/database-health";
import { endpoint } from "../endpoint";

const liveEndpoint = endpoint({
  method: "get",
  path: "/v1/health/live",
  summary: "Whether the server process answers",
  tag: "Health",
  credential: "none",
  scope: null,
  limit: "exempt",
  onEventsApi: true,
  answer: { status: 200, schema: z.strictObject({ status: z.literal("ok") }) },
  handle: () => ({ status: "ok" as const }),
});

const readyEndpoint = endpoint({
  method: "get",
  path: "/v1/health/ready",
  summary: "Whether the server can do its work",
  tag: "Health",
  credential: "none",
  scope: null,
  limit: "exempt",
  onEventsApi: true,
  answer: {
    status: 200,
    schema: z.strictObject({ status: z.literal("ready"), checks: z.strictObject({ database: z.literal("ok") }) }),
  },
  handle: async ({ exchange }) => {
    if (!(await isDatabaseUpAcrossTenants(exchange.services.environment))) throw unavailable();
    return { status: "ready" as const, checks: { database: "ok" as const } };
  },
});

export const healthEndpoints = [liveEndpoint, readyEndpoint];
