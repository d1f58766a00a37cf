import Link from "next/link";
import { CopyText } from "@/components/ui/copy-text";
import { type Fact, Facts } from "@/components/ui/facts";
import { SmallTable } from "@/components/ui/small-table";
import { ExactTime } from "@/components/ui/time-ago";
import type { UsageEventJson } from "@/lib/client/usage";
import type { Environment } from "@/lib/domain/environment";
import { SAMPLE_DATA_NAME } from "@/lib/domain/sample-data";
import { contractPath, requestPath } from "@/lib/paths";
import { propertiesOf } from "./event-properties";

/** What an event says beyond its line. */
export function EventDetail({ event, environment }: { event: UsageEventJson; environment: Environment }) {
  const properties = propertiesOf(event.properties);
  return (
    <section aria-label={`Event ${event.idempotencyKey}`} className="grid min-w-0 gap-4">
      {properties.length > 0 ? (
        <SmallTable
          label={`Properties of ${event.idempotencyKey}`}
          columns={[{ header: "Property" }, { header: "Value" }]}
          rows={properties.map(([name, value]) => ({
            key: name,
            cells: [
              name,
              <span key="value" className="whitespace-pre-wrap font-mono text-xs [overflow-wrap:anywhere]">
                {value}
              </span>,
            ],
          }))}
        />
      ) : (
        <p className="text-muted">This event has no properties.</p>
      )}
      <Facts facts={factsOf(event, environment)} />
    </section>
  );
}

function factsOf(event: UsageEventJson, environment: Environment): Fact[] {
  const { customerId, externalCustomerId, contractId, idempotencyKey, requestId, receivedAt } = event;
  return [
    customerId === null
      ? { label: "External customer id", value: <CopyText text={externalCustomerId ?? ""} thing="external id" wraps /> }
      : { label: "Customer id", value: <CopyText text={customerId} thing="customer id" wraps /> },
    ...(contractId === null
      ? []
      : [
          {
            label: "Contract",
            value: (
              <Link href={contractPath(environment, contractId)} className="text-accent-text hover:underline">
                {contractId}
              </Link>
            ),
          },
        ]),
    { label: "Idempotency key", value: <CopyText text={idempotencyKey} thing="idempotency key" wraps /> },
    { label: "Received", value: <ExactTime at={receivedAt} /> },
    { label: "Request id", value: <RequestId requestId={requestId} environment={environment} /> },
  ];
}

/** What came with sample data came with no request. */
export function RequestId({ requestId, environment }: { requestId: string; environment: Environment }) {
  if (requestId === SAMPLE_DATA_NAME) return requestId;
  return (
    <span className="flex flex-wrap items-center gap-x-3">
      <CopyText text={requestId} thing="request id" wraps />
      <Link href={requestPath(environment, requestId)} className="rounded-sm text-accent-text hover:underline">
        See the request
      </Link>
    </span>
  );
}
