import { z } from "zod";
import { unavailable } from "@/lib/domain/errors";
import { isDatabaseUpAcrossTenants } from "@/lib/store/database-health";
import { isEventStoreUp } from "@/lib/store/event-store";
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
      checks: z.strictObject({
        database: z.literal("ok"),
        spool: z.literal("ok"),
        eventStore: z
          .enum(["ok", "degraded"])
          .meta({ description: "`degraded`: it is away. Events are accepted and wait; usage cannot be read." }),
      }),
      backlog: z
        .strictObject({
          events: z.int(),
          oldestSeconds: z.number().meta({ description: "How long the first of them has waited; 0 when none does." }),
        })
        .meta({ description: "Accepted events that queries do not show yet." }),
    }),
  },
  handle: async ({ exchange: { services, nowMs } }) => {
    const [isDatabaseUp, isSpoolUp, isStoreUp] = await Promise.all([
      isDatabaseUpAcrossTenants(services.environment),
      services.spool.isUp(),
      isEventStoreUp(services.environment),
    ]);
    if (!isDatabaseUp || !isSpoolUp) throw unavailable();
    const { events, oldestAcceptedUs } = services.spool.backlog();
    const oldestMs = oldestAcceptedUs === null ? 0 : Math.max(0, nowMs - Math.floor(oldestAcceptedUs / 1000));
    return {
      status: "ready" as const,
      checks: {
        database: "ok" as const,
        spool: "ok" as const,
        eventStore: isStoreUp ? ("ok" as const) : ("degraded" as const),
      },
      backlog: { events, oldestSeconds: oldestMs / 1000 },
    };
  },
});

export const healthEndpoints = [liveEndpoint, readyEndpoint];
