import type { ReactNode } from "react";
import { BaseUrl, EnvironmentWord, KeyPrefix } from "../environment-facts";
import { Guide, Prose } from "../section";

export function Environments() {
  return (
    <Guide id="environments" title="Environments">
      <Prose>
        <p>
          Production and sandbox share no data and no key. A key of one is refused by the other with 401; an id of one
          does not exist in the other and answers 404. This page shows <EnvironmentWord />; the list at the top changes
          every address and example on it.
        </p>
        <dl className="grid grid-cols-1 rounded-lg border bg-surface text-sm [&>div]:grid [&>div]:gap-x-4 [&>div]:border-b [&>div]:px-3 [&>div]:py-2 [&>div:last-child]:border-b-0 sm:[&>div]:grid-cols-[12rem_minmax(0,1fr)]">
          <Row name="API">
            <BaseUrl of="apiUrl" />
          </Row>
          <Row name="Events API">
            <BaseUrl of="eventsUrl" />
          </Row>
          <Row name="On the dashboard's origin">
            <BaseUrl of="dashboardUrl" />
          </Row>
          <Row name="Key prefix">
            <KeyPrefix />
          </Row>
        </dl>
        <p>
          The API serves every endpoint. The Events API serves those that send and read usage events, and health: point
          your event senders at it, and they stay apart from everything else. Paths are case-sensitive and have no
          trailing slash. No CORS header is ever sent, because keys do not belong in browsers.
        </p>
      </Prose>
    </Guide>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
