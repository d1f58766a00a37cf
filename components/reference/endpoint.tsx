import { Gauge, KeyRound, Unlock } from "lucide-react";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { CopyText } from "@/components/ui/copy-text";
import { RateBadge, ScopeBadge } from "./endpoint-badges";
import { ExampleAnswer } from "./example-answer";
import { FieldList } from "./field-list";
import { MethodBadge } from "./method-badge";
import type { Operation } from "./operations";
import { RefusalList } from "./prose/refusal-list";
import { type Components, fieldOf, fieldsOf } from "./schema-words";
import { Sentence } from "./section";
import { Snippet } from "./snippet";
import { requestOf } from "./snippet-request";
import { jsonText } from "./snippets";
import { TryIt } from "./try-it/try-it";

/** Everything about one endpoint. From 1280 px its snippet and answer stand beside the text. */
export function EndpointArticle({ operation, components }: { operation: Operation; components: Components }) {
  const { id, summary, path, method, description } = operation;
  const name = `${method.toUpperCase()} ${path}`;
  return (
    <article
      aria-labelledby={id}
      className="grid min-w-0 grid-cols-1 gap-x-8 gap-y-4 border-t pt-6 xl:grid-cols-[minmax(0,1fr)_28rem]"
    >
      <div className="grid min-w-0 grid-cols-1 content-start gap-4">
        <div className="grid min-w-0 grid-cols-1 gap-2">
          <h3 id={id} className="font-semibold text-lg">
            {summary}
          </h3>
          <div className="flex min-w-0 flex-wrap items-center gap-2">
            <MethodBadge method={method} />
            <CopyText thing="path" owner={name} text={path} wraps />
          </div>
          <EndpointFacts operation={operation} />
          {description ? (
            <p className="max-w-[45rem] text-base">
              <Sentence text={description} />
            </p>
          ) : null}
        </div>
        <Parameters operation={operation} components={components} />
        {operation.body ? (
          <Part title="Body">
            <FieldList label="Body" fields={fieldsOf(operation.body.schema, components)} sent />
          </Part>
        ) : null}
        <Answer operation={operation} components={components} />
        <Refusals operation={operation} />
        <TryIt operation={triedOf(operation)} />
      </div>
      <div className="grid min-w-0 grid-cols-1 content-start gap-3 xl:sticky xl:top-[calc(var(--header)+1.5rem)] xl:max-h-[calc(100dvh-var(--header)-3rem)] xl:self-start xl:overflow-y-auto">
        <Snippet
          owner={summary}
          request={requestOf(operation)}
          scope={operation.scope}
          server={path.startsWith("/v1/events") ? "events" : "api"}
        />
        <p className="text-muted">
          Answers <code className="font-mono text-text">{operation.answer.status}</code> with
        </p>
        <ExampleAnswer owner={summary} json={jsonText(operation.answer.example)} />
      </div>
    </article>
  );
}

const triedOf = ({ id, method, path, summary, scope, needsKey, parameters, body }: Operation) => ({
  id,
  method,
  path,
  summary,
  scope,
  needsKey,
  parameters: parameters.map(({ name, in: place, required, example }) => ({
    name,
    place,
    required,
    example: example === undefined ? "" : String(example),
  })),
  body: body ? jsonText(body.example) : null,
});

function EndpointFacts({ operation }: { operation: Operation }) {
  const { scope, needsKey, isLimited, onEventsApi } = operation;
  return (
    <div className="flex flex-wrap items-center gap-2">
      {scope ? <ScopeBadge scope={scope} /> : null}
      {scope === null && needsKey ? <Badge icon={KeyRound}>Any valid key</Badge> : null}
      {needsKey ? null : <Badge icon={Unlock}>No key needed</Badge>}
      {isLimited ? <RateBadge /> : <Badge icon={Gauge}>Not limited</Badge>}
      {onEventsApi ? <Badge>Also on the Events API</Badge> : null}
    </div>
  );
}

const PLACES = [
  { place: "path", title: "Path parameters" },
  { place: "query", title: "Query parameters" },
  { place: "header", title: "Headers" },
] as const;

function Parameters({ operation, components }: { operation: Operation; components: Components }) {
  return PLACES.map(({ place, title }) => {
    const fields = operation.parameters
      .filter((parameter) => parameter.in === place)
      .map(({ name, required, schema, description }) => ({
        ...fieldOf(name, schema, required, components),
        ...(description !== undefined && { description }),
      }));
    return fields.length > 0 ? (
      <Part key={place} title={title}>
        <FieldList label={title} fields={fields} sent />
      </Part>
    ) : null;
  });
}

function Answer({ operation, components }: { operation: Operation; components: Components }) {
  const fields = fieldsOf(operation.answer.schema, components);
  if (fields.length === 0) return null;
  return (
    <details className="group min-w-0">
      <summary className="w-fit cursor-pointer rounded-sm font-medium">Fields of the answer</summary>
      <div className="pt-2">
        <FieldList label="Answer" fields={fields} sent={false} />
      </div>
    </details>
  );
}

/** The bodies that are this endpoint's own; those that all have in common stand in a chapter of their own. */
const OWN_REFUSALS = ["invalid", "scope", "missing", "conflict"];

function Refusals({ operation: { refusals, summary } }: { operation: Operation }) {
  const statuses = [...new Set(refusals.map(({ status }) => status))];
  const own = refusals.filter(({ name }) => OWN_REFUSALS.includes(name));
  return (
    <details className="min-w-0">
      <summary className="w-fit cursor-pointer rounded-sm">
        <span className="font-medium">Errors</span> <span className="text-muted">{statuses.join(", ")}</span>
      </summary>
      <div className="grid min-w-0 grid-cols-1 gap-2 pt-2">
        <RefusalList label={`Errors of ${summary}`} refusals={own} whole />
        <p>
          The others are the same on every endpoint: see{" "}
          <a href="#errors" className="text-accent-text underline">
            Errors
          </a>
          .
        </p>
      </div>
    </details>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="grid min-w-0 grid-cols-1 gap-2">
      <h4 className="font-medium">{title}</h4>
      {children}
    </div>
  );
}
