import { z } from "zod";
import { instant, text, timeParameter, uuid } from "@/lib/api/schemas/fields";
import { cursorParameter, oneOf, pageLimit, pageOf } from "@/lib/api/schemas/paging";
import { parseIpRule } from "@/lib/domain/ip-rule";
import { REQUEST_CHECKS } from "@/lib/domain/request-check";

const REQUEST_ID_MAX = 64;
const ROUTE_MAX = 200;
/** As long as the log is kept. */
export const USAGE_DAYS_MAX = 90;

const STATUS = /^([1-5])(xx|[0-9]{2})$/;

/** One status, or all of a class: the first and the last of them. */
const statuses = z.string().transform((written, context): readonly [number, number] => {
  const [, kind = "", rest = ""] = STATUS.exec(written) ?? [];
  if (kind !== "")
    return rest === "xx" ? [Number(`${kind}00`), Number(`${kind}99`)] : [Number(written), Number(written)];
  context.issues.push({ code: "custom", message: "must be a status like 404, or a class like 4xx", input: written });
  return z.NEVER;
});

const network = z.string().transform((written, context) => {
  const parsed = parseIpRule(written);
  if ("canonical" in parsed) return parsed.canonical;
  context.issues.push({ code: "custom", message: parsed.fault, input: written });
  return z.NEVER;
});

export const listRequestsQuery = z.strictObject({
  keyId: uuid.optional(),
  status: statuses.optional(),
  route: z
    .string()
    .max(ROUTE_MAX)
    .regex(/^[A-Z]+( \/\S*)?$/, "must be a method, or a method and a path like GET /v1/customers")
    .optional(),
  address: network.optional(),
  requestId: text({ min: 1, max: REQUEST_ID_MAX }).optional(),
  refused: z.enum(["true", "false"]).optional(),
  start: timeParameter.optional(),
  end: timeParameter.optional(),
  limit: pageLimit(50),
  cursor: cursorParameter,
});

export const getRequestQuery = z.strictObject({ at: timeParameter.optional() });

const keyName = z.strictObject({ id: uuid, name: z.string(), hint: z.string() });

export const requestJson = z.strictObject({
  requestId: z.string(),
  at: instant,
  key: keyName.nullable(),
  /** The organization's key of the other environment that was sent here, and refused. */
  foreignKey: keyName.nullable(),
  method: z.string(),
  /** Null: no endpoint has the path that was asked for. */
  route: z.string().nullable(),
  scope: z.string().nullable(),
  status: z.int(),
  error: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
  /** The check that refused. Null with an error: every check had passed. */
  failedCheck: z.enum(REQUEST_CHECKS).nullable(),
  durationMs: z.number(),
  address: z.string().nullable(),
  userAgent: z.string().nullable(),
  serverId: uuid,
});

export const requestPage = pageOf(requestJson);
export const requestAnswer = oneOf(requestJson);
export const routesAnswer = z.strictObject({ data: z.array(z.string()) });

export const explanationAnswer = oneOf(
  z.strictObject({
    requestId: z.string(),
    at: instant,
    status: z.int(),
    failedCheck: z.enum(REQUEST_CHECKS).nullable(),
    message: z.string().nullable(),
  }),
);

export const keyUsageQuery = z.strictObject({
  start: timeParameter.optional(),
  end: timeParameter.optional(),
  window: z.enum(["HOUR", "DAY"]).default("DAY"),
});
export const keyAddressesQuery = keyUsageQuery.omit({ window: true });

const counts = {
  requests: z.int(),
  succeeded: z.int(),
  /** 401 and 403. */
  refused: z.int(),
  rateLimited: z.int(),
  /** Every 4xx: with those refused and limited. */
  clientErrors: z.int(),
  serverErrors: z.int(),
};

export const keyUsageAnswer = oneOf(
  z.strictObject({
    keyId: uuid,
    start: instant,
    end: instant,
    window: z.enum(["HOUR", "DAY"]),
    totals: z.strictObject({
      ...counts,
      durationP95Ms: z.number(),
      /** How many different ones, without those that are unknown. */
      addresses: z.int(),
    }),
    /** Every window of the range, oldest first; empty ones too. */
    breakdown: z.array(z.strictObject({ date: instant, ...counts })),
    routes: z.array(z.strictObject({ route: z.string(), requests: z.int() })),
    scopes: z.array(z.strictObject({ scope: z.string(), requests: z.int(), lastUsedAt: instant })),
    secrets: z.array(
      z.strictObject({
        secretId: uuid,
        requests: z.int(),
        lastRequestAt: instant,
        /** Only windows with requests, oldest first; none of a secret that has ended. */
        breakdown: z.array(z.strictObject({ date: instant, requests: z.int() })),
      }),
    ),
  }),
);

export const keyAddressesAnswer = z.strictObject({
  data: z.array(
    z.strictObject({
      address: z.string(),
      requests: z.int(),
      refused: z.int(),
      firstSeenAt: instant,
      lastSeenAt: instant,
      userAgents: z.array(z.string()),
    }),
  ),
  /** All addresses, not only those listed. */
  total: z.int(),
});

export const foreignUseAnswer = oneOf(
  z.strictObject({
    /** Where the key was sent, and refused. */
    environment: z.enum(["sandbox", "production"]),
    start: instant,
    end: instant,
    requests: z.int(),
    /** Of the newest request; null without any. */
    lastAt: instant.nullable(),
    /** Null, too, when it is unknown. */
    lastAddress: z.string().nullable(),
  }),
);

export const summaryAnswer = oneOf(
  z.strictObject({
    environment: z.enum(["sandbox", "production"]),
    keys: z.strictObject({
      active: z.int(),
      expiring: z.int(),
      expired: z.int(),
      rotating: z.int(),
      revoked: z.int(),
    }),
    last24Hours: z.strictObject({
      requests: z.int(),
      unauthorized: z.int(),
      forbidden: z.int(),
      rateLimited: z.int(),
      serverErrors: z.int(),
      eventsAccepted: z.int(),
      eventsRejected: z.int(),
    }),
    servers: z.array(z.strictObject({ id: uuid, startedAt: instant, lastHeartbeatAt: instant })),
    backlog: z.strictObject({ events: z.int(), oldestSeconds: z.int() }),
  }),
);

export type RequestJson = z.output<typeof requestJson>;
export type ExplanationJson = z.output<typeof explanationAnswer>["data"];
export type KeyUsageJson = z.output<typeof keyUsageAnswer>["data"];
export type KeyAddressesJson = z.output<typeof keyAddressesAnswer>;
export type ForeignUseJson = z.output<typeof foreignUseAnswer>["data"];
export type SummaryJson = z.output<typeof summaryAnswer>["data"];
