import { endpoint } from "@/lib/api/endpoint";
import type { ApiKey } from "@/lib/domain/api-key";
import type { Tenant } from "@/lib/domain/environment";
import type { ChangedKey } from "@/lib/operations/announced-key-change";
import {
  extendApiKeyRotation,
  finishApiKeyRotation,
  rollBackApiKeyRotation,
} from "@/lib/operations/end-api-key-rotation";
import { rotateApiKey } from "@/lib/operations/rotate-api-key";
import { getApiKey } from "@/lib/store/api-keys";
import { guardOfRotation } from "../guards";
import { changeReceiptJsonOf, keyJsonOf } from "../key-json";
import { changedApiKeyAnswer, extendRotationBody, rotateApiKeyBody, rotatedApiKeyAnswer } from "../schemas/api-keys";

const SESSION = {
  credential: "session",
  scope: null,
  limit: "per-address",
  tag: "API keys",
  noun: "API key",
  method: "post",
  role: "developer",
} as const;

const rotateEndpoint = endpoint({
  ...SESSION,
  path: "/api-keys/{keyId}/rotate",
  summary: "Add a secret and give the old one an end",
  idempotent: true,
  body: rotateApiKeyBody,
  answer: { status: 200, schema: rotatedApiKeyAnswer },
  handle: async ({ exchange, tenant, actor, params, body, now, once }) => {
    const { receipt, secret } = await rotateApiKey(
      tenant,
      actor,
      params.keyId,
      body.gracePeriodSeconds,
      now,
      guardOfRotation(exchange, true),
      exchange.services.digestSecret,
      once<ApiKey>((key) => ({ mintedKeyId: key.id })),
    );
    const key = keyJsonOf(tenant.environment, await getApiKey(tenant, params.keyId), now);
    const confirmed = receipt ?? {
      effectiveAt: now,
      serversConfirmed: 0,
      serversExpected: 0,
      elapsedMs: 0,
      confirmedMs: 0,
    };
    return { data: { ...key, secret, receipt: changeReceiptJsonOf(confirmed, now) } };
  },
});

const finishEndpoint = endpoint({
  ...SESSION,
  path: "/api-keys/{keyId}/rotation/finish",
  summary: "End the old secret now",
  answer: { status: 200, schema: changedApiKeyAnswer },
  handle: async ({ exchange, tenant, actor, params, now }) => {
    return changedAnswer(
      tenant,
      await finishApiKeyRotation(tenant, actor, params.keyId, now, guardOfRotation(exchange, false)),
      now,
    );
  },
});

const extendEndpoint = endpoint({
  ...SESSION,
  path: "/api-keys/{keyId}/rotation/extend",
  summary: "Give the old secret more time",
  body: extendRotationBody,
  answer: { status: 200, schema: changedApiKeyAnswer },
  handle: async ({ exchange, tenant, actor, params, body, now }) => {
    const guard = guardOfRotation(exchange, false);
    return changedAnswer(
      tenant,
      await extendApiKeyRotation(tenant, actor, params.keyId, body.gracePeriodSeconds, now, guard),
      now,
    );
  },
});

const rollBackEndpoint = endpoint({
  ...SESSION,
  path: "/api-keys/{keyId}/rotation/rollback",
  summary: "Drop the new secret; the old one goes on",
  answer: { status: 200, schema: changedApiKeyAnswer },
  handle: async ({ exchange, tenant, actor, params, now }) => {
    return changedAnswer(
      tenant,
      await rollBackApiKeyRotation(tenant, actor, params.keyId, now, guardOfRotation(exchange, true)),
      now,
    );
  },
});

async function changedAnswer(tenant: Tenant, { key, receipt }: ChangedKey, now: Date) {
  const json = keyJsonOf(tenant.environment, await getApiKey(tenant, key.id), now);
  return { data: { ...json, receipt: receipt && changeReceiptJsonOf(receipt, now) } };
}

export const keyRotationEndpoints = [rotateEndpoint, finishEndpoint, extendEndpoint, rollBackEndpoint];
