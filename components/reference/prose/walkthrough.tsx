import type { Resource } from "../operations";
import { Guide, Prose, Sentence } from "../section";
import { Snippet } from "../snippet";
import { walkthroughSteps } from "../walkthrough-steps";
import { KeptId } from "./kept-id";

/** The chain of calls that leads to an invoice. It is told once every one of its endpoints is served. */
export function Walkthrough({ today }: { today: string }) {
  return (
    <Guide id="walkthrough" title="From a meter to an invoice">
      <Prose>
        <p>
          Seven requests, each built on the one before. Use a key with full access, or one with the scopes that the
          snippets name. Nothing here is sent to anybody.
        </p>
      </Prose>
      <ol className="grid min-w-0 grid-cols-1 gap-6">
        {walkthroughSteps(today).map(({ title, text, scope, request, keeps }, at) => (
          <li key={title} className="grid min-w-0 grid-cols-1 gap-3">
            <Prose>
              <h3 className="font-semibold">
                {at + 1}. {title}
              </h3>
              <p>
                <Sentence text={text} />
              </p>
            </Prose>
            <Snippet owner={title} request={request} scope={scope} />
            {keeps ? <KeptId name={keeps} owner={title} /> : null}
          </li>
        ))}
      </ol>
    </Guide>
  );
}

export function isWalkable(resources: readonly Resource[]): boolean {
  const served = new Set(
    resources.flatMap(({ operations }) => operations.map(({ method, path }) => `${method} ${path}`)),
  );
  return walkthroughSteps("2026-01-01").every(({ request }) => served.has(`${request.method} ${request.path}`));
}
