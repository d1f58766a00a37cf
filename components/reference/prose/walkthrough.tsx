import { Guide, Prose, Sentence } from "../section";
import { Snippet } from "../snippet";
import type { WalkthroughStep } from "../walkthrough-steps";
import { KeptId } from "./kept-id";

/** The chain of calls that leads to an invoice. */
export function Walkthrough({ steps }: { steps: readonly WalkthroughStep[] }) {
  return (
    <Guide id="walkthrough" title="From a meter to an invoice">
      <Prose>
        <p>
          Each request builds on those before it. Use a key with full access, or one with the scopes that the snippets
          name. In sandbox nothing of this reaches a customer.
        </p>
      </Prose>
      <ol className="grid min-w-0 grid-cols-1 gap-6">
        {steps.map(({ title, text, scope, request, keeps }, at) => (
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
