import type { z } from "zod";
import type { Actor } from "@/lib/domain/audit";
import type { Tenant } from "@/lib/domain/environment";
import { type ErrorDetail, invariant } from "@/lib/domain/errors";
import type { Idempotency } from "@/lib/store/idempotent-answers";
import type { BodyForm } from "./body-form";
import type { AnswerForm, DeclaredFacts, EndpointFacts } from "./endpoint-facts";
import { actorOf, type Exchange, type ReceivedBody, tenantOf } from "./exchange";
import type { FoundAnswer } from "./found-answer";
import { idempotencyOf, type KeptAnswer } from "./idempotency";
import { faultsOfQuery, type Input, parseInput } from "./input";

type ParamNames<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParamNames<Rest>
  : never;

/** What a handler receives: who calls, and an input that was checked. */
export type Call<Path extends string, Query, Body> = {
  readonly exchange: Exchange;
  readonly tenant: Tenant;
  readonly actor: Actor;
  readonly params: { readonly [Name in ParamNames<Path>]: string };
  readonly query: Query;
  readonly body: Body;
  readonly now: Date;
  /** For creating calls: how the kept answer reads. Null when the caller sent no `Idempotency-Key`. */
  readonly once: <Result>(answerOf: KeptAnswer<Result>) => Idempotency<Result> | null;
};

type Declaration<
  Path extends string,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Answer extends z.ZodType,
> = DeclaredFacts & {
  readonly path: Path;
  readonly query?: Query;
  readonly body?: Body;
  readonly answer: AnswerForm & { readonly status: 200 | 201 | 202; readonly schema: Answer };
  readonly handle: (
    call: Call<Path, z.output<Query>, z.output<Body>>,
  ) => HandlerAnswer<Answer> | Promise<HandlerAnswer<Answer>>;
};

/** The answer's body, or a ready `Response` for what is no JSON (an export). */
type HandlerAnswer<Answer extends z.ZodType> = z.input<Answer> | FoundAnswer<z.input<Answer>> | Response;

/** A declared endpoint, its types erased: what the walk, the reference and the test matrix read. */
export type Endpoint = EndpointFacts & { readonly run: (exchange: Exchange) => unknown };

/**
 * Declares an endpoint once: its walk, its place in the reference, its tests and the browser's types follow from it.
 *
 * The reference shows an example of each body and answer. It is put together from the schemas, where a field's
 * `.meta({ examples: [value] })` says what stands there, and a whole schema's `.meta({ examples: [{ … }] })` decides alone.
 * Give one to every body and answer whose fields do not speak for themselves; a test parses each by its own schema.
 * `.meta({ description })` on a field is its sentence in the reference, and `tags.ts` introduces the group.
 */
export function endpoint<
  const Path extends string,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Answer extends z.ZodType,
>(declared: Declaration<Path, Query, Body, Answer>): Endpoint {
  const { handle, query, body, ...facts } = declared;
  const erased: Endpoint = {
    ...facts,
    query: query ?? null,
    body: body ?? null,
    pathParams: [...declared.path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name),
    run: (exchange) => {
      const input = parseInput<Path, Query, Body>(erased, exchange);
      return handle(new EndpointCall(exchange, erased, input));
    },
  };
  return erased;
}

/** What a handler receives that reads the body itself. */
export type RawCall = {
  readonly exchange: Exchange;
  readonly tenant: Tenant;
  readonly body: ReceivedBody;
  /** Of all but the body: to be told together with what is found there. */
  readonly faults: readonly ErrorDetail[];
};

type RawDeclaration<Answer extends z.ZodType> = DeclaredFacts & {
  readonly path: string;
  /** What the reference says of the body. */
  readonly body: z.ZodType;
  readonly bodyForm: BodyForm;
  readonly answer: AnswerForm & { readonly status: 202; readonly schema: Answer };
  readonly handle: (call: RawCall) => Promise<z.input<Answer>>;
};

/** Declares an endpoint whose body is too large to become values: its handler judges the bytes. */
export function rawEndpoint<Answer extends z.ZodType>({ handle, ...facts }: RawDeclaration<Answer>): Endpoint {
  const erased: Endpoint = {
    ...facts,
    query: null,
    pathParams: [],
    run: (exchange) => {
      const { body } = exchange;
      invariant(body !== null, "the walk received the body");
      return handle({ exchange, tenant: tenantOf(exchange), body, faults: faultsOfQuery(erased, exchange) });
    },
  };
  return erased;
}

/** A class, so that what few handlers ask for costs the others nothing. */
class EndpointCall<Path extends string, Query extends z.ZodType, Body extends z.ZodType>
  implements Call<Path, z.output<Query>, z.output<Body>>
{
  constructor(
    readonly exchange: Exchange,
    private readonly endpoint: EndpointFacts,
    private readonly input: Input<Path, Query, Body>,
  ) {}

  get params() {
    return this.input.params;
  }

  get query() {
    return this.input.query;
  }

  get body() {
    return this.input.body;
  }

  get tenant() {
    return tenantOf(this.exchange);
  }

  get actor() {
    return actorOf(this.exchange);
  }

  get now() {
    return new Date(this.exchange.nowMs);
  }

  get once() {
    return <Result>(answerOf: KeptAnswer<Result>) => idempotencyOf(this.endpoint, this.exchange, answerOf);
  }
}
