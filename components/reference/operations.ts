import type {
  JsonSchema,
  NamedExamples,
  OpenApiDocument,
  OperationObject,
  ParameterObject,
} from "@/lib/api/schemas/openapi";

export type Refusal = {
  status: string;
  name: string;
  summary: string;
  body: unknown;
  /** The same as RFC 9457. */
  problem: unknown;
};

/** An endpoint as the page tells of it. */
export type Operation = {
  /** Also its anchor. */
  id: string;
  method: "get" | "post" | "patch" | "delete";
  path: string;
  summary: string;
  description: string | null;
  scope: string | null;
  needsKey: boolean;
  isLimited: boolean;
  onEventsApi: boolean;
  parameters: readonly ParameterObject[];
  body: { schema: JsonSchema; example: unknown } | null;
  answer: { status: string; schema: JsonSchema; example: unknown };
  refusals: readonly Refusal[];
};

export type Resource = { id: string; title: string; description: string; operations: readonly Operation[] };

/** The endpoints of the document in its groups, in its order. */
export function resourcesOf(document: OpenApiDocument): Resource[] {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, written]) => ({
      tag: written.tags[0],
      operation: operationOf(path, method, written),
    })),
  );
  return document.tags.map(({ name, description }) => ({
    id: name.toLowerCase().replaceAll(" ", "-"),
    title: name,
    description,
    operations: operations.filter(({ tag }) => tag === name).map(({ operation }) => operation),
  }));
}

function operationOf(path: string, method: string, written: OperationObject): Operation {
  const answer = Object.entries(written.responses).find(([status]) => Number(status) < 300);
  const { schema = {}, example } = answer?.[1].content["application/json"] ?? {};
  const body = written.requestBody?.content["application/json"];
  return {
    id: written.operationId,
    method: methodOf(method),
    path,
    summary: written.summary,
    description: written.description ?? null,
    scope: written["x-scope"],
    needsKey: written.security.length > 0,
    isLimited: written["x-rate-limit"] !== "exempt",
    onEventsApi: written["x-events-api"],
    parameters: written.parameters ?? [],
    body: body ? { schema: body.schema, example: body.example } : null,
    answer: { status: answer?.[0] ?? "200", schema, example },
    refusals: Object.entries(written.responses).flatMap(([status, { content }]) =>
      refusalsOf(status, content["application/json"]?.examples, content["application/problem+json"]?.examples),
    ),
  };
}

const refusalsOf = (status: string, examples: NamedExamples = {}, problems: NamedExamples = {}): Refusal[] =>
  Object.entries(examples).map(([name, { summary, value }]) => {
    return { status, name, summary, body: value, problem: problems[name]?.value };
  });

const METHODS = ["get", "post", "patch", "delete"] as const;
const methodOf = (word: string): Operation["method"] => METHODS.find((method) => method === word) ?? "get";

/** Whether it changes anything: an estimate is sent with POST, and changes nothing. */
export const isWrite = ({ method, scope }: Pick<Operation, "method" | "scope">): boolean =>
  method !== "get" && !scope?.endsWith(":read");

/** Each refusal of the API once, by status, in the words of the first list that has it, else of the first endpoint. */
export function allRefusals(resources: readonly Resource[]): Refusal[] {
  const operations = resources.flatMap((resource) => resource.operations);
  const isList = ({ parameters }: Operation) => parameters.some(({ name }) => name === "limit");
  const byName = new Map<string, Refusal>();
  for (const { refusals } of [...operations.filter(isList), ...operations]) {
    for (const refusal of refusals) if (!byName.has(refusal.name)) byName.set(refusal.name, refusal);
  }
  return [...byName.values()].sort((one, other) => Number(one.status) - Number(other.status));
}
