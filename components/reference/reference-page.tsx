import type { OpenApiDocument } from "@/lib/api/schemas/openapi";
import { Contents, type ContentsGroup } from "./contents";
import { EndpointArticle } from "./endpoint";
import { allRefusals, type Operation, type Resource, resourcesOf } from "./operations";
import { Authentication } from "./prose/authentication";
import { Environments } from "./prose/environments";
import { Errors } from "./prose/errors";
import { Idempotency } from "./prose/idempotency";
import { Introduction } from "./prose/introduction";
import { Pagination } from "./prose/pagination";
import { RateLimits } from "./prose/rate-limits";
import { Walkthrough } from "./prose/walkthrough";
import { ReferenceHeader } from "./reference-header";
import { ReferenceShortcuts } from "./reference-shortcuts";
import { Section, Sentence } from "./section";
import { walkthroughSteps } from "./walkthrough-steps";

/** The whole reference. What depends on environment and language asks the provider around it. */
export function ReferencePage({ document, today }: { document: OpenApiDocument; today: string }) {
  const resources = resourcesOf(document);
  const refusals = allRefusals(resources);
  return (
    <>
      <a
        href="#content"
        className="sr-only rounded-md bg-accent px-3 py-2 font-medium text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50"
      >
        Skip to content
      </a>
      <ReferenceHeader />
      <div className="mx-auto grid w-full max-w-[96rem] flex-1 grid-cols-1 content-start [--header:3.125rem] in-data-[environment=sandbox]:[--header:4.875rem] lg:grid-cols-[17rem_minmax(0,1fr)]">
        <Contents groups={[GUIDE, ...resources.map(contentsOf)]} />
        <main
          id="content"
          tabIndex={-1}
          className="grid min-w-0 grid-cols-1 content-start gap-8 p-4 outline-offset-[-2px] md:p-6 xl:p-8"
        >
          <h1 className="text-xl">API reference</h1>
          <Introduction />
          <Environments />
          <Authentication refusals={refusals} />
          <Errors refusals={refusals} />
          <RateLimits refusals={refusals} />
          <Idempotency />
          <Pagination />
          <Walkthrough steps={walkthroughSteps(today)} />
          {resources.map((resource) => (
            <Section key={resource.id} id={resource.id} title={resource.title}>
              <p className="max-w-[45rem] text-base">
                <Sentence text={resource.description} />
              </p>
              {resource.operations.map((operation) => (
                <EndpointArticle key={operation.id} operation={operation} components={document.components.schemas} />
              ))}
            </Section>
          ))}
        </main>
      </div>
      <ReferenceShortcuts />
    </>
  );
}

const GUIDE: ContentsGroup = {
  title: "Guide",
  items: [
    {
      id: "introduction",
      title: "Introduction",
      text: "introduction base url json openapi first request x-request-id",
    },
    { id: "environments", title: "Environments", text: "environments sandbox production address base url prefix cors" },
    {
      id: "authentication",
      title: "Authentication",
      text: "authentication key header bearer x-api-key checksum crc-32 scope secret scanner pattern 401 403",
    },
    {
      id: "errors",
      title: "Errors",
      text: "errors codes status message details problem+json rfc 9457 requestId retry",
    },
    { id: "rate-limits", title: "Rate limits", text: "rate limits 429 retry-after ratelimit back-off per minute" },
    { id: "idempotency", title: "Idempotency", text: "idempotency idempotency-key repeat replayed 409 twice" },
    { id: "pagination", title: "Pagination", text: "pagination limit offset cursor nextCursor hasMore total list" },
    {
      id: "walkthrough",
      title: "From a meter to an invoice",
      text: "from a meter to an invoice walkthrough tutorial quick start price plan customer contract estimate",
    },
  ],
};

function contentsOf({ title, operations }: Resource): ContentsGroup {
  return {
    title,
    items: operations.map((operation) => ({ ...headingOf(operation), text: searchText(title, operation) })),
  };
}

const headingOf = ({ id, summary, method }: Operation) => ({ id, title: summary, method });

const searchText = (
  title: string,
  { method, path, summary, scope, description, parameters, body }: Operation,
): string =>
  [
    title,
    method,
    path,
    summary,
    scope,
    description,
    ...parameters.map(({ name }) => name),
    ...Object.keys(body?.schema.properties ?? {}),
  ].join(" ");
