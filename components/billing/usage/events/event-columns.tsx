import Link from "next/link";
import type { Column } from "@/components/ui/data-table-head";
import { ExactTime, TimeAgo } from "@/components/ui/time-ago";
import type { UsageEventJson } from "@/lib/client/usage";
import type { Environment } from "@/lib/domain/environment";
import { customerPath } from "@/lib/paths";
import { CustomerName, type CustomerNames } from "../../customer-name";
import { propertiesOf } from "./event-properties";

const ONE_LINE = "block max-md:[overflow-wrap:anywhere] md:truncate";

export function eventColumns(environment: Environment, names: CustomerNames): readonly Column<UsageEventJson>[] {
  return [
    {
      id: "name",
      header: "Event",
      cell: ({ eventName }) => <span className={ONE_LINE}>{eventName}</span>,
      className: "md:max-w-56",
    },
    { id: "time", header: "Time", cell: ({ timestamp }) => <ExactTime at={timestamp} />, className: "md:w-60" },
    {
      id: "customer",
      header: "Customer",
      cell: (event) => <Customer event={event} {...{ environment, names }} />,
      className: "md:max-w-52",
    },
    {
      id: "properties",
      header: "Properties",
      cell: ({ properties }) => <span className={`font-mono text-xs ${ONE_LINE}`}>{shortOf(properties)}</span>,
      className: "md:max-w-72",
    },
    { id: "received", header: "Received", cell: ({ receivedAt }) => <TimeAgo at={receivedAt} /> },
  ];
}

type CustomerProps = { event: UsageEventJson; environment: Environment; names: CustomerNames };

/** An external id is shown as it was sent: whose it is may not be known yet. */
function Customer({ event: { customerId, externalCustomerId }, environment, names }: CustomerProps) {
  if (customerId === null) return <span className={`font-mono text-xs ${ONE_LINE}`}>{externalCustomerId}</span>;
  return (
    <Link href={customerPath(environment, customerId)} className="rounded-sm text-accent-text hover:underline">
      <CustomerName name={names(customerId)} />
    </Link>
  );
}

const shortOf = (properties: unknown): string =>
  propertiesOf(properties)
    .map(([name, value]) => `${name}=${value}`)
    .join(" ") || "none";
