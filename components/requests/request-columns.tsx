import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { CopyButton } from "@/components/ui/copy-button";
import type { Column } from "@/components/ui/data-table-head";
import { ExactTime } from "@/components/ui/time-ago";
import type { RequestJson } from "@/lib/dashboard-api/schemas/requests";
import { type Environment, otherEnvironment } from "@/lib/domain/environment";
import { environmentName, milliseconds } from "@/lib/format";
import { apiKeyPath, requestPath } from "@/lib/paths";
import { RequestStatus } from "./request-status";

/** The columns of the request log; where one key is shown alone its name says nothing. */
export function requestColumns(environment: Environment, withKey: boolean): readonly Column<RequestJson>[] {
  const columns: readonly Column<RequestJson>[] = [
    { id: "time", header: "Time", cell: ({ at }) => <ExactTime at={at} />, className: "md:w-56" },
    { id: "status", header: "Status", cell: ({ status }) => <RequestStatus status={status} /> },
    {
      id: "request",
      header: "Request",
      cell: (request) => <RequestLink environment={environment} request={request} />,
      className: "md:max-w-64",
    },
    {
      id: "key",
      header: "Key",
      cell: (request) => <KeyOfRequest environment={environment} request={request} />,
      className: "md:max-w-40",
    },
    { id: "address", header: "Address", cell: ({ address }) => <Address address={address} /> },
    { id: "duration", header: "Duration", cell: ({ durationMs }) => milliseconds(durationMs), numeric: true },
    {
      id: "request-id",
      header: "Request id",
      cell: ({ requestId }) => <RequestId id={requestId} />,
    },
  ];
  return withKey ? columns : columns.filter(({ id }) => id !== "key");
}

const LINK = "rounded-sm text-accent-text hover:underline";
const NAME = "block max-md:[overflow-wrap:anywhere] md:truncate";

function RequestLink({ environment, request }: { environment: Environment; request: RequestJson }) {
  const { method, route, requestId, at } = request;
  return (
    <Link href={requestPath(environment, requestId, { at })} className={`${LINK} font-mono ${NAME}`}>
      {method} {route ?? "unknown path"}
    </Link>
  );
}

/** Whose key it was: ours, ours of the other environment, or nobody's. */
export function KeyOfRequest({ environment, request }: { environment: Environment; request: RequestJson }) {
  const { key, foreignKey } = request;
  if (key) {
    return (
      <Link href={apiKeyPath(environment, key.id)} className={`${LINK} ${NAME}`}>
        {key.name}
      </Link>
    );
  }
  if (!foreignKey) return <span className="text-muted">Unknown</span>;
  const other = otherEnvironment(environment);
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-1.5">
      <Badge tone="warning">{environmentName(other)} key used here</Badge>
      <Link href={apiKeyPath(other, foreignKey.id)} className={`${LINK} min-w-0 ${NAME}`}>
        {foreignKey.name} ({other})
      </Link>
    </span>
  );
}

export function Address({ address }: { address: string | null }) {
  if (!address) return <span className="text-muted">Unknown</span>;
  return <span className="block font-mono max-md:break-all md:whitespace-nowrap">{address}</span>;
}

/** Ids that callers chose may be long; the page of the request has the whole. */
function RequestId({ id }: { id: string }) {
  return (
    <span className="-my-1 flex min-w-0 items-center gap-1">
      <code className="font-mono max-md:min-w-0 max-md:break-all md:block md:max-w-32 md:truncate">{id}</code>
      <CopyButton thing="request id" text={id} />
    </span>
  );
}
