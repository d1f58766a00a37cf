"use client";

import { useQuery } from "@tanstack/react-query";
import { Waypoints } from "lucide-react";
import { useDocumentTitle } from "@/components/shell/document-title";
import { useEnvironment } from "@/components/shell/environment-provider";
import { OneThing } from "@/components/shell/one-thing";
import { useUrlSearch } from "@/components/shell/use-url-search";
import { Card } from "@/components/ui/card";
import { CopyText } from "@/components/ui/copy-text";
import { type Fact, Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { ExactTime } from "@/components/ui/time-ago";
import { type FoundRequest, requestQuery } from "@/lib/client/requests";
import type { RequestJson } from "@/lib/dashboard-api/schemas/requests";
import type { Environment } from "@/lib/domain/environment";
import { milliseconds } from "@/lib/format";
import { requestsPath } from "@/lib/paths";
import { CheckList } from "./check-list";
import { Remedy } from "./remedy";
import { Address, KeyOfRequest } from "./request-columns";
import { RequestStatus } from "./request-status";

/** One request: what was asked and answered, and why. */
export function RequestPage({ requestId }: { requestId: string }) {
  const environment = useEnvironment();
  const { search } = useUrlSearch();
  const query = useQuery(requestQuery(environment, requestId, search.get("at") ?? undefined));
  const list = { label: "Requests", href: requestsPath(environment) };
  return (
    <OneThing query={query} noun="Request" icon={Waypoints} breadcrumb={[{ label: "Watch" }, list]} list={list}>
      {(found) => <FoundRequestPage {...{ environment, requestId, found }} />}
    </OneThing>
  );
}

type FoundRequestProps = { environment: Environment; requestId: string; found: FoundRequest };

function FoundRequestPage({ environment, requestId, found: { request, explanation } }: FoundRequestProps) {
  const title = request ? `${request.method} ${request.route ?? "unknown path"}` : "Refused request";
  useDocumentTitle(title, "Requests");
  return (
    <PageBody>
      <PageHeader
        title={title}
        breadcrumb={[{ label: "Watch" }, { label: "Requests", href: requestsPath(environment) }]}
        badges={<RequestStatus status={explanation.status} />}
      />
      {request ? null : (
        <Notice>This request had no key that is known here, so it belongs to nobody. Only its checks are shown.</Notice>
      )}
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_28rem]">
        <Card title="Request">
          <Facts
            facts={
              request
                ? factsOf(environment, request)
                : [
                    { label: "Time", value: <ExactTime at={explanation.at} /> },
                    { label: "Request id", value: <CopyText text={requestId} thing="request id" wraps /> },
                  ]
            }
          />
        </Card>
        <Card title="Why" description={whyOf(explanation)}>
          <CheckList
            explanation={explanation}
            remedyOf={request ? (check) => <Remedy {...{ environment, request, check }} /> : undefined}
          />
        </Card>
      </div>
    </PageBody>
  );
}

function whyOf({ failedCheck, status }: FoundRequest["explanation"]): string {
  if (failedCheck) return "The first check that fails answers; later ones are not reached.";
  if (status < 400) return "Every check passed.";
  return status < 500
    ? "Every check passed. What was asked for does not exist, or stands in the way."
    : "Every check passed. The server failed afterwards.";
}

function factsOf(environment: Environment, request: RequestJson): Fact[] {
  const { at, requestId, address, userAgent, durationMs, scope, error, serverId, key } = request;
  return [
    { label: "Time", value: <ExactTime at={at} /> },
    { label: "Key", value: <KeyOfRequest environment={environment} request={request} /> },
    ...(key ? [{ label: "Hint", value: <code className="font-mono">{key.hint}</code> }] : []),
    ...(scope ? [{ label: "Scope", value: <code className="font-mono">{scope}</code> }] : []),
    ...(error
      ? [
          {
            label: "Answer",
            value: (
              <span className="font-mono">
                {error.code}: {error.message}
              </span>
            ),
          },
        ]
      : []),
    { label: "Duration", value: milliseconds(durationMs) },
    { label: "Address", value: <Address address={address} /> },
    { label: "User agent", value: userAgent ?? "None" },
    { label: "Request id", value: <CopyText text={requestId} thing="request id" wraps /> },
    { label: "Server", value: <CopyText text={serverId} thing="server id" wraps /> },
  ];
}
