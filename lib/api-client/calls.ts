// The types of calls, read off the generated paths: a new endpoint is callable, and a new list iterable, without a line here.
import type { paths } from "./schema";

export type Method = "get" | "post" | "patch" | "delete";

export type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P][M] extends Operation ? P : never;
}[keyof paths];

type Operation = { parameters: { query?: unknown; header?: unknown; path?: unknown }; responses: object };

type OperationOf<M extends Method, P extends PathOf<M>> = Extract<paths[P][M], Operation>;

/** What a call is given. An `idempotencyKey` is made where the caller gives none. */
export type Input<O extends Operation> = Pick<O["parameters"], "path" | "query"> &
  BodyOf<O> &
  KeyOf<O["parameters"]["header"]> & { readonly signal?: AbortSignal | undefined };

type BodyOf<O> = O extends { requestBody: { content: { "application/json": infer Body } } }
  ? { readonly body: Body }
  : { readonly body?: never };

type KeyOf<Headers> = [NonNullable<Headers>] extends [never]
  ? { readonly idempotencyKey?: never }
  : { readonly idempotencyKey?: string | undefined };

type Success<Responses> = Responses[keyof Responses & (200 | 201 | 202)];

/** The JSON of a successful answer. */
export type AnswerOf<O extends Operation> =
  Success<O["responses"]> extends { content: { "application/json": infer Answer } } ? Answer : never;

/** An argument that may be left out when nothing in it is required. */
type Argument<I> = Record<never, never> extends I ? [input?: I] : [input: I];

export type Call<M extends Method> = <P extends PathOf<M>>(
  path: P,
  ...input: Argument<Input<OperationOf<M, P>>>
) => Promise<AnswerOf<OperationOf<M, P>>>;

type Rows<Row> = readonly Row[] | { readonly entries: readonly Row[] };
type Page = { readonly data: Rows<unknown>; readonly nextCursor: string | null };

type GetAnswer<P extends PathOf<"get">> = AnswerOf<OperationOf<"get", P>>;

export type ListPath = { [P in PathOf<"get">]: GetAnswer<P> extends Page ? P : never }[PathOf<"get">];

export type RowOf<P extends ListPath> = GetAnswer<P> extends { data: Rows<infer Row> } ? Row : never;

/** Without `offset`, which a cursor excludes. */
type ListInput<I> = Omit<I, "query"> &
  (I extends { query: infer Query }
    ? { readonly query: Omit<Query, "offset"> }
    : I extends { query?: infer Query }
      ? { readonly query?: Omit<NonNullable<Query>, "offset"> }
      : never);

/** Every row of a list, each page asked for when the last one is used up. */
export type List = <P extends ListPath>(
  path: P,
  ...input: Argument<ListInput<Input<OperationOf<"get", P>>>>
) => AsyncGenerator<RowOf<P>, void, undefined>;

/** What any call comes down to once its types have been checked. */
export type AnyInput = {
  readonly path?: Record<string, unknown>;
  readonly query?: Record<string, unknown>;
  readonly body?: unknown;
  readonly idempotencyKey?: string | undefined;
  readonly signal?: AbortSignal | undefined;
};
