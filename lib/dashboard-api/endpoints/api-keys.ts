import { endpoint } from "@/lib/api/endpoint";
import { PRESETS } from "@/lib/domain/scope";
import { changeApiKey } from "@/lib/operations/change-api-key";
import { createApiKey, type MintedKey } from "@/lib/operations/create-api-key";
import { findApiKeyOverview, listApiKeys } from "@/lib/store/api-key-list";
import { getApiKey } from "@/lib/store/api-keys";
import { guardOfChange, requireStepUp } from "../guards";
import { expectedVersionOf } from "../if-match";
import { changeReceiptJsonOf, keyJsonOf } from "../key-json";
import { apiKeyFilterOf, apiKeyOrderOf } from "../key-list-query";
import {
  apiKeyAnswer,
  apiKeyOverviewAnswer,
  apiKeyPage,
  changeApiKeyBody,
  changedApiKeyAnswer,
  createApiKeyBody,
  createdApiKeyAnswer,
  listApiKeysQuery,
} from "../schemas/api-keys";

const SESSION = { credential: "session", scope: null, limit: "per-address", tag: "API keys" } as const;

const listApiKeysEndpoint = endpoint({
  ...SESSION,
  method: "get",
  path: "/api-keys",
  summary: "List keys",
  query: listApiKeysQuery,
  answer: { status: 200, schema: apiKeyPage },
  handle: async ({ tenant, query, now }) => {
    const { items, ...page } = await listApiKeys(tenant, apiKeyFilterOf(query), apiKeyOrderOf(query.sort), query, now);
    return { data: items.map((item) => keyJsonOf(tenant.environment, item, now)), ...page };
  },
});

const overviewEndpoint = endpoint({
  ...SESSION,
  method: "get",
  path: "/api-keys/overview",
  summary: "Count keys by status, attention, creator and scope",
  answer: { status: 200, schema: apiKeyOverviewAnswer },
  handle: async ({ tenant, now }) => {
    const { creators, scopes, ...counts } = await findApiKeyOverview(tenant, now);
    return { data: { ...counts, creators: [...creators], scopes: [...scopes] } };
  },
});

const getApiKeyEndpoint = endpoint({
  ...SESSION,
  method: "get",
  path: "/api-keys/{keyId}",
  summary: "Get a key",
  noun: "API key",
  answer: { status: 200, schema: apiKeyAnswer },
  handle: async ({ tenant, params, now }) => ({
    data: keyJsonOf(tenant.environment, await getApiKey(tenant, params.keyId), now),
  }),
});

const createApiKeyEndpoint = endpoint({
  ...SESSION,
  method: "post",
  path: "/api-keys",
  summary: "Mint a key",
  role: "developer",
  idempotent: true,
  body: createApiKeyBody,
  answer: { status: 201, schema: createdApiKeyAnswer },
  handle: async ({ exchange, tenant, actor, body: { preset, scopes, ...fields }, now, once }) => {
    requireStepUp(exchange);
    const input = { ...fields, scopes: scopes ?? (preset ? PRESETS[preset] : []) };
    // The secret is not kept: a repeat learns which key it made, and nothing more.
    const idempotency = once<MintedKey>(({ key }) => ({ mintedKeyId: key.id }));
    const { key, secret } = await createApiKey(tenant, actor, input, now, exchange.services.digestSecret, idempotency);
    return { data: { ...keyJsonOf(tenant.environment, { key, uses: [] }, now), secret } };
  },
});

const changeApiKeyEndpoint = endpoint({
  ...SESSION,
  method: "patch",
  path: "/api-keys/{keyId}",
  summary: "Change a key",
  role: "developer",
  noun: "API key",
  headers: ["if-match"],
  body: changeApiKeyBody,
  answer: { status: 200, schema: changedApiKeyAnswer },
  handle: async ({ exchange, tenant, actor, params, body, now }) => {
    const expected = expectedVersionOf(exchange);
    const { receipt } = await changeApiKey(tenant, actor, params.keyId, body, now, guardOfChange(exchange), expected);
    const key = keyJsonOf(tenant.environment, await getApiKey(tenant, params.keyId), now);
    return { data: { ...key, receipt: receipt && changeReceiptJsonOf(receipt, now) } };
  },
});

export const apiKeyEndpoints = [
  listApiKeysEndpoint,
  overviewEndpoint,
  createApiKeyEndpoint,
  getApiKeyEndpoint,
  changeApiKeyEndpoint,
];
