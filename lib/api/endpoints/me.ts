import type { z } from "zod";
import { endpoint } from "../endpoint";
import { type Exchange, requirePrincipal } from "../exchange";
import { meAnswer } from "../schemas/me";

export const meEndpoint = endpoint({
  method: "get",
  path: "/v1/me",
  summary: "Who a credential belongs to, and what it may do",
  tag: "Me",
  credential: "key-or-session",
  scope: null,
  limit: "per-address",
  answer: { status: 200, schema: meAnswer },
  handle: ({ exchange }) => ({ data: meOf(exchange) }),
});

function meOf(exchange: Exchange): z.output<typeof meAnswer>["data"] {
  const principal = requirePrincipal(exchange);
  const { rate, clientAddress } = exchange;
  const rateLimit = {
    limit: rate?.policy.limitPerMinute ?? 0,
    remaining: rate?.decision.remaining ?? 0,
    windowSeconds: 60,
    resetSeconds: rate?.decision.resetSeconds ?? 0,
  };
  if (principal.kind === "session") {
    const { person, organization, role } = principal;
    return { key: null, user: { id: person.id, name: person.name, role }, organization, clientAddress, rateLimit };
  }
  const { held } = principal;
  return {
    key: {
      id: held.keyId,
      name: held.name,
      hint: held.hint,
      environment: exchange.services.environment,
      scopes: [...held.scopes],
      expiresAt: held.expiresAt?.toISOString() ?? null,
    },
    user: null,
    organization: { id: held.organizationId, name: held.organizationName },
    clientAddress,
    rateLimit,
  };
}
