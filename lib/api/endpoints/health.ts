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
    schema: z.strictObject({
      status: z.literal("ready"),
      checks: z.strictObject({ database: z.literal("ok"), spool: z.literal("ok") }),
      backlog: z
        .strictObject({
          events: z.int(),
          bytes: z.int(),
          oldestSeconds: z
            .number()
            .nullable()
            .meta({ description: "Age of what waits longest; null when nothing does." }),
        })
        .meta({ description: "Accepted events that queries do not show yet." }),
    }),
  },
  handle: async ({ exchange: { services, nowMs } }) => {
    const [isDatabaseUp, isSpoolUp] = await Promise.all([
      isDatabaseUpAcrossTenants(services.environment),
      services.spool.isUp(),
    ]);
    if (!isDatabaseUp || !isSpoolUp) throw unavailable();
    const { events, bytes, oldestAcceptedUs } = services.spool.backlog();
    const oldestMs = oldestAcceptedUs === null ? null : Math.max(0, nowMs - Math.floor(oldestAcceptedUs / 1000));
    return {
      status: "ready" as const,
      checks: { database: "ok" as const, spool: "ok" as const },
      backlog: { events, bytes, oldestSeconds: oldestMs === null ? null : oldestMs / 1000 },
    };
  },
});

export const healthEndpoints = [liveEndpoint, readyEndpoint];
