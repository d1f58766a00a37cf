import { LimitPerMinute } from "../environment-facts";
import type { Refusal } from "../operations";
import { ExactBody, Guide, Prose } from "../section";
import { RateHeaders } from "./rate-headers";
import { RetryCode } from "./retry-code";

export function RateLimits({ refusals }: { refusals: readonly Refusal[] }) {
  const limited = refusals.find(({ name }) => name === "limited");
  return (
    <Guide id="rate-limits" title="Rate limits">
      <Prose>
        <p>
          <LimitPerMinute /> requests in any 60 seconds per client address and environment, one count over all limited
          endpoints. An IPv6 address counts with its /64. Requests count before authentication, so 401, 403 and 404
          count too; a request that is refused with 429 costs nothing.
        </p>
        <p>
          Sending events, reading them, <code>GET /v1/usage</code> and health are not limited. Each endpoint says
          whether it is. Limited answers carry two headers:
        </p>
      </Prose>
      <RateHeaders />
      <Prose>
        <p>
          <code>q</code> requests are admitted in <code>w</code> seconds; <code>r</code> are left; in <code>t</code>{" "}
          seconds one more is free. A 429 adds <code>Retry-After</code> with the same <code>t</code>. Its body:
        </p>
      </Prose>
      {limited ? <ExactBody body={limited.body} /> : null}
      <Prose>
        <p>Wait as long as it says. Where nothing says so, double the wait: 1, 2, 4, 8 seconds.</p>
      </Prose>
      <RetryCode />
      <Prose>
        <ul>
          <li>Send events in batches, up to 10,000 in one request.</li>
          <li>Keep what you read: plans, prices and meters seldom change.</li>
          <li>Estimate up to 500 events in one request.</li>
        </ul>
      </Prose>
    </Guide>
  );
}
