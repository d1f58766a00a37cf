import type { IncomingMessage } from "node:http";
import { type Context, Hono } from "hono";
import { DomainError } from "@/lib/domain/errors";
import type { Endpoint } from "./endpoint";
import { type ApiServices, Exchange } from "./exchange";
import { FetchedFacts, MessageFacts, type RequestFacts } from "./request-facts";
import { UNMATCHED, walk } from "./walk";

type Bindings = { Bindings: { incoming?: IncomingMessage } };

/** The HTTP face of a list of endpoints. `basePath` is where the door stands: "" on an API server. */
export function apiApp(endpoints: readonly Endpoint[], services: ApiServices, basePath = ""): Hono<Bindings> {
  const app = new Hono<Bindings>({ strict: true });
  const exchangeOf = (c: Context<Bindings>, endpoint: Endpoint | null) =>
    new Exchange(
      services,
      endpoint,
      factsOf(c),
      endpoint && endpoint.pathParams.length > 0 ? c.req.param() : NO_PARAMS,
    );
  for (const endpoint of endpoints) {
    app.on(endpoint.method.toUpperCase(), [honoPath(basePath, endpoint.path)], (c) =>
      walk(exchangeOf(c, endpoint), endpoint.run),
    );
  }
  // Asked only when nothing matched: a second route on a path would make every request of it run through a chain of handlers.
  const refusals = methodRefusals(endpoints, basePath);
  app.notFound((c) => {
    const refuseMethod = refusals.find(({ path }) => path.test(c.req.path))?.refuse;
    return walk(exchangeOf(c, null), refuseMethod ?? refusePath, UNMATCHED);
  });
  return app;
}

const honoPath = (basePath: string, path: string): string => basePath + path.replace(/\{(\w+)\}/g, ":$1");

const factsOf = (c: Context<Bindings>): RequestFacts =>
  c.env?.incoming ? new MessageFacts(c.env.incoming) : new FetchedFacts(c.req.raw);

const NO_PARAMS: Readonly<Record<string, string>> = {};

const refusePath = (): never => {
  throw new DomainError("NOT_FOUND", "No such endpoint");
};

type MethodRefusal = { readonly path: RegExp; readonly refuse: () => never };

/** For each path a refusal that names its methods, the most concrete path first: "/api-keys/revoke" is no "/api-keys/{keyId}". */
function methodRefusals(endpoints: readonly Endpoint[], basePath: string): MethodRefusal[] {
  const paths = [...new Set(endpoints.map((endpoint) => endpoint.path))];
  paths.sort((one, other) => Number(one.includes("{")) - Number(other.includes("{")));
  return paths.map((path) => ({
    path: new RegExp(`^${(basePath + path).replaceAll(".", "\\.").replace(/\{\w+\}/g, "[^/]+")}$`),
    refuse: methodRefusal(endpoints.filter((endpoint) => endpoint.path === path)),
  }));
}

function methodRefusal(endpoints: readonly Endpoint[]): () => never {
  const methods = endpoints.map((endpoint) => endpoint.method.toUpperCase());
  const allow = [...(methods.includes("GET") ? ["HEAD"] : []), ...methods].sort().join(", ");
  return () => {
    throw new DomainError("METHOD_NOT_ALLOWED", "Method not allowed", [], { cause: { allow } });
  };
}
