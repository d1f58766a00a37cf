import { endpoint } from "@/lib/api/endpoint";
import { liveSecrets } from "@/lib/domain/api-key";
import { otherEnvironment } from "@/lib/domain/environment";
import { windowStarts } from "@/lib/domain/usage-query";
import { getApiKey } from "@/lib/store/api-keys";
import {
  type KeyRequests,
  listKeyAddresses,
  readForeignUseAcrossTenants,
  readKeyRequests,
} from "@/lib/store/request-usage";
import { lastDays, logRangeOf } from "../log-range";
import {
  foreignUseAnswer,
  keyAddressesAnswer,
  keyAddressesQuery,
  keyUsageAnswer,
  keyUsageQuery,
} from "../schemas/requests";

const SESSION = {
  credential: "session",
  scope: null,
  limit: "per-address",
  tag: "Requests",
  method: "get",
  noun: "API key",
} as const;
const USAGE_DAYS = 7;
const ADDRESS_DAYS = 30;
const FOREIGN_DAYS = 1;

const keyUsageEndpoint = endpoint({
  ...SESSION,
  path: "/api-keys/{keyId}/usage",
  summary: "What a key was used for",
  description: "By default of the last 7 days; at most of 90.",
  query: keyUsageQuery,
  answer: { status: 200, schema: keyUsageAnswer },
  handle: async ({ tenant, params: { keyId }, query, now }) => {
    const range = logRangeOf(query, USAGE_DAYS, now);
    const { key } = await getApiKey(tenant, keyId);
    const asked = { id: keyId, secretIds: liveSecrets(key, now).map(({ id }) => id) };
    const used = await readKeyRequests(tenant, asked, range, query.window);
    const { durationP95Us, ...counts } = used.totals;
    return {
      data: {
        keyId,
        start: range.start.toISOString(),
        end: range.end.toISOString(),
        window: query.window,
        totals: { ...counts, durationP95Ms: durationP95Us / 1_000 },
        breakdown: everyWindow([...windowStarts(range, query.window)], used.breakdown),
        routes: [...used.routes],
        scopes: used.scopes.map(({ scope, requests, lastMs }) => ({ scope, requests, lastUsedAt: instantOf(lastMs) })),
        secrets: used.secrets.map(({ secretId, requests, lastMs }) => ({
          secretId,
          requests,
          lastRequestAt: instantOf(lastMs),
          breakdown: used.secretWindows
            .filter((window) => window.secretId === secretId)
            .map((window) => ({ date: instantOf(window.startMs), requests: window.requests })),
        })),
      },
    };
  },
});

const keyAddressesEndpoint = endpoint({
  ...SESSION,
  path: "/api-keys/{keyId}/addresses",
  summary: "Where a key was used from",
  description: "By default in the last 30 days; at most in 90. Most requests first, at most 1 000 addresses.",
  query: keyAddressesQuery,
  answer: { status: 200, schema: keyAddressesAnswer },
  handle: async ({ tenant, params: { keyId }, query, now }) => {
    const range = logRangeOf(query, ADDRESS_DAYS, now);
    await getApiKey(tenant, keyId);
    const { addresses, total } = await listKeyAddresses(tenant, keyId, range);
    const data = addresses.map(({ firstMs, lastMs, userAgents, ...seen }) => ({
      ...seen,
      firstSeenAt: instantOf(firstMs),
      lastSeenAt: instantOf(lastMs),
      userAgents: userAgents.filter((agent) => agent !== ""),
    }));
    return { data, total };
  },
});

/** The other environment is only asked what it refused: it informs, and decides nothing. */
const foreignUseEndpoint = endpoint({
  ...SESSION,
  path: "/api-keys/{keyId}/foreign-use",
  summary: "How often a key was sent to the other environment",
  description: "In the last 24 hours. The other environment refused all of it.",
  answer: { status: 200, schema: foreignUseAnswer },
  handle: async ({ tenant, params: { keyId }, now }) => {
    const range = lastDays(FOREIGN_DAYS, now);
    const environment = otherEnvironment(tenant.environment);
    const { key } = await getApiKey(tenant, keyId);
    const hints = key.secrets.map(({ hint }) => hint);
    const use = await readForeignUseAcrossTenants(environment, hints, range);
    return {
      data: {
        environment,
        start: range.start.toISOString(),
        end: range.end.toISOString(),
        requests: use?.requests ?? 0,
        lastAt: use && instantOf(use.lastMs),
        lastAddress: use?.lastAddress || null,
      },
    };
  },
});

export const keyUsageEndpoints = [keyUsageEndpoint, keyAddressesEndpoint, foreignUseEndpoint];

const instantOf = (ms: number): string => new Date(ms).toISOString();

function everyWindow(starts: readonly Date[], breakdown: KeyRequests["breakdown"]) {
  const byStart = new Map(breakdown.map(({ startMs, ...counts }) => [startMs, counts]));
  return starts.map((start) => ({ date: start.toISOString(), ...(byStart.get(start.getTime()) ?? NOTHING) }));
}

const NOTHING = { requests: 0, succeeded: 0, refused: 0, rateLimited: 0, clientErrors: 0, serverErrors: 0 };
