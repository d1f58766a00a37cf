import type { IncomingMessage } from "node:http";
import { type Context, Hono } from "hono";
import { DomainError } from "@/lib/domain/errors";
import { clientAddressOf } from "./client-address";
import type { Endpoint } from "./endpoint";
import type { ApiServices, Exchange } from "./exchange";
import { factsOfMessage, factsOfRequest } from "./request-facts";
import { requestIdOf } from "./request-id";
import { UNMATCHED, walk } from "./walk";

type Bindings = { Bindings: { incoming?: IncomingMessage } };

/** The HTTP face of a list of endpoints. `basePath` is where the door stands: "" on an API server. */
export function apiApp(endpoints: readonly Endpoint[], services: ApiServices, basePath = ""): Hono<Bindings> {
  const app = new Hono<Bindings>({ strict: true });
  for (const endpoint of endpoints) {
    app.on(endpoint.method.toUpperCase(), [honoPath(basePath, endpoint.path)], (c) =>
      walk(exchangeOf(c, services, endpoint), endpoint.run),
    );
  }
  for (const path of concreteFirst(endpoints.map((endpoint) => endpoint.path))) {
    const refuseMethod = methodRefusal(endpoints.filter((endpoint) => endpoint.path === path));
    app.all(honoPath(basePath, path), (c) => walk(exchangeOf(c, services, null), refuseMethod, UNMATCHED));
  }
  app.notFound((c) => walk(exchangeOf(c, services, null), refusePath, UNMATCHED));
  return app;
}

// "/api-keys/revoke" would read as "/api-keys/{keyId}" otherwise, and name that path's methods.
const concreteFirst = (paths: readonly string[]): string[] =>
  [...new Set(paths)].sort((one, other) => Number(one.includes("{")) - Number(other.includes("{")));

const honoPath = (basePath: string, path: string): string => basePath + path.replace(/\{(\w+)\}/g, ":$1");

function exchangeOf(c: Context<Bindings>, services: ApiServices, endpoint: Endpoint | null): Exchange {
  const facts = c.env?.incoming ? factsOfMessage(c.env.incoming) : factsOfRequest(c.req.raw);
  const forwardedFor = services.trustedProxyHops > 0 ? facts.header("x-forwarded-for") : undefined;
  return {
    services,
    facts,
    endpoint,
    request: c.req.raw,
    pathParams: endpoint && endpoint.pathParams.length > 0 ? c.req.param() : NO_PARAMS,
    requestId: requestIdOf(facts.header("x-request-id")),
    clientAddress: clientAddressOf(facts.socketAddress, forwardedFor, services.trustedProxyHops),
    nowMs: Date.now(),
    rate: null,
    principal: null,
    body: null,
  };
}

const NO_PARAMS: Readonly<Record<string, string>> = {};

const refusePath = (): never => {
  throw new DomainError("NOT_FOUND", "No such endpoint");
};

function methodRefusal(endpoints: readonly Endpoint[]): () => never {
  const methods = endpoints.map((endpoint) => endpoint.method.toUpperCase());
  const allow = [...(methods.includes("GET") ? ["HEAD"] : []), ...methods].sort().join(", ");
  return () => {
    throw new DomainError("METHOD_NOT_ALLOWED", "Method not allowed", [], { cause: { allow } });
  };
}
