import type { z } from "zod";
import { type ErrorDetail, invariant, notFound, validationError } from "@/lib/domain/errors";
import type { EndpointFacts } from "./endpoint-facts";
import type { Exchange } from "./exchange";
import { FOR_FAULTS, faultsOf, pathOf } from "./faults";
import { faultOfIdempotencyKey } from "./idempotency";
import { parseJsonBody } from "./request-body";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What the endpoint's own schemas have vouched for. */
export type Input<Path extends string, Query extends z.ZodType, Body extends z.ZodType> = {
  readonly params: { readonly [Name in ParamNames<Path>]: string };
  readonly query: z.output<Query>;
  readonly body: z.output<Body>;
};
type ParamNames<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParamNames<Rest>
  : never;

/** Checks path, query, headers and body in one pass: a malformed id is a missing object, every other fault is listed. */
export function parseInput<Path extends string, Query extends z.ZodType, Body extends z.ZodType>(
  endpoint: EndpointFacts,
  exchange: Exchange,
): Input<Path, Query, Body> {
  for (const name of endpoint.pathParams) {
    if (!(endpoint.idForm ?? UUID).test(exchange.pathParams[name] ?? "")) throw notFound(endpoint.noun ?? "Object");
  }
  const faults: ErrorDetail[] = [];
  const query = parseQuery(endpoint, exchange, faults);
  if (endpoint.idempotent) faults.push(...faultOfIdempotencyKey(exchange.facts.header("idempotency-key")));
  const body = parseBody(endpoint, exchange, faults);
  if (faults.length > 0) throw validationError(faults);
  const input = { params: exchange.pathParams, query, body };
  invariant(isChecked<Path, Query, Body>(input), "the endpoint's own schemas checked the input");
  return input;
}

// The one place where an erased declaration meets its types again: its schemas have just vouched for them.
function isChecked<Path extends string, Query extends z.ZodType, Body extends z.ZodType>(
  input: object,
): input is Input<Path, Query, Body> {
  return "params" in input;
}

/** The faults of a query that may hold nothing: of an endpoint that reads its body itself. */
export function faultsOfQuery(endpoint: EndpointFacts, exchange: Exchange): ErrorDetail[] {
  const faults: ErrorDetail[] = [];
  parseQuery(endpoint, exchange, faults);
  return faults;
}

function parseQuery(endpoint: EndpointFacts, { facts }: Exchange, faults: ErrorDetail[]): unknown {
  const text = facts.search;
  if (text === "" && !endpoint.query) return undefined;
  const values: Record<string, string> = Object.create(null);
  for (const [name, value] of new URLSearchParams(text)) {
    const path = pathOf([name]);
    if (name in values) faults.push({ path, message: `${path} must be given once` });
    else if (value === "") faults.push({ path, message: `${path} must not be empty` });
    else if (isReplaced(value, text)) faults.push({ path, message: `${path} must be valid UTF-8` });
    values[name] = value;
  }
  if (!endpoint.query) {
    for (const name of Object.keys(values))
      faults.push({ path: pathOf([name]), message: `${pathOf([name])} is not a known parameter` });
    return undefined;
  }
  const parsed = endpoint.query.safeParse({ ...values }, FOR_FAULTS);
  if (parsed.success) return parsed.data;
  const told = new Set(faults.map((fault) => fault.path));
  faults.push(...faultsOf(parsed.error, "query").filter((fault) => !told.has(fault.path)));
  return undefined;
}

// A decoder puts U+FFFD where bytes are no UTF-8; a caller who means that character sends its own bytes.
const isReplaced = (value: string, query: string): boolean =>
  value.includes("\ufffd") && !/%ef%bf%bd|\ufffd/i.test(query);

function parseBody(endpoint: EndpointFacts, { body }: Exchange, faults: ErrorDetail[]): unknown {
  if (!endpoint.body) return undefined;
  const json = parseJsonBody(body?.bytes ?? new Uint8Array(), endpoint.exactNumbers ?? false);
  if ("fault" in json) {
    faults.push(json.fault);
    return undefined;
  }
  const parsed = endpoint.body.safeParse(json.value, FOR_FAULTS);
  if (parsed.success) return parsed.data;
  faults.push(...faultsOf(parsed.error, "body"));
  return undefined;
}
