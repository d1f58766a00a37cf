import type { Refusal } from "../operations";
import { ExactBody, Guide, Prose } from "../section";
import { RefusalList } from "./refusal-list";

export function Errors({ refusals }: { refusals: readonly Refusal[] }) {
  const invalid = refusals.find(({ name }) => name === "invalid");
  return (
    <Guide id="errors" title="Errors">
      <Prose>
        <p>
          A refusal has one form. <code>message</code>, <code>code</code> and <code>requestId</code> are always there;{" "}
          <code>details</code> when there is something to point at, at most 100. All faults of a request come at once. A{" "}
          <code>path</code> is a place in the body like <code>contacts[0].email</code>, a parameter, or a header in
          lower case; the body itself is <code>""</code>.
        </p>
      </Prose>
      {invalid ? <ExactBody body={invalid.body} /> : null}
      <Prose>
        <p>
          With <code>Accept: application/problem+json</code> the same facts come as RFC 9457:
        </p>
      </Prose>
      {invalid ? <ExactBody body={invalid.problem} /> : null}
      <Prose>
        <p>
          Decide by <code>code</code>, show <code>message</code>, keep <code>requestId</code>. Another organization's
          object answers exactly as a missing one.
        </p>
      </Prose>
      <RefusalList label="All errors" refusals={refusals} whole />
      <Prose>
        <ul>
          <li>
            Send again after <code>Retry-After</code> on 429 and 503.
          </li>
          <li>Send again after 1, 2, 4, then 8 seconds on any other 5xx.</li>
          <li>Never send another 4xx again as it is.</li>
        </ul>
      </Prose>
    </Guide>
  );
}
