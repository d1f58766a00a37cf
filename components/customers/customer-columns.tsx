import Link from "next/link";
import { CopyText } from "@/components/ui/copy-text";
import type { Column } from "@/components/ui/data-table-head";
import { TimeAgo } from "@/components/ui/time-ago";
import type { CustomerJson } from "@/lib/api/schemas/customers";
import type { Environment } from "@/lib/domain/environment";
import { count, formatNumber } from "@/lib/format";
import { customerPath } from "@/lib/paths";
import { TagList } from "./tag-list";
import type { CustomerFigures, Figure } from "./use-customer-figures";

const TAGS_SHOWN = 3;

export function customerColumns(environment: Environment, figures: CustomerFigures): readonly Column<CustomerJson>[] {
  return [
    {
      id: "name",
      header: "Name",
      className: "md:min-w-48 md:max-w-96",
      cell: ({ id, name }) => (
        <Link
          href={customerPath(environment, id)}
          className="inline-block max-w-full truncate rounded-sm align-middle hover:underline max-md:whitespace-normal max-md:[overflow-wrap:anywhere]"
        >
          {name}
        </Link>
      ),
    },
    { id: "external", header: "External id", cell: (customer) => <ExternalId customer={customer} /> },
    {
      id: "contracts",
      header: "Active contracts",
      cell: ({ id }) => <FigureText figure={figures.activeContracts(id)} />,
      numeric: true,
    },
    {
      id: "events",
      header: "Usage, 30 days",
      cell: ({ id }) => <FigureText figure={figures.events(id)} noun="event" />,
      numeric: true,
    },
    { id: "tags", header: "Tags", cell: ({ tags }) => <TagList tags={tags} max={TAGS_SHOWN} /> },
    { id: "created", header: "Created", className: "md:w-40", cell: ({ createdAt }) => <TimeAgo at={createdAt} /> },
  ];
}

/** "12", "1,204 events", or what stands for a figure that is not there. */
function FigureText({ figure, noun }: { figure: Figure; noun?: string }) {
  if (typeof figure !== "number") return <span className="text-muted">{figure === "loading" ? "…" : "Unknown"}</span>;
  return noun ? count(figure, noun) : formatNumber(figure);
}

function ExternalId({ customer: { name, metadata } }: { customer: CustomerJson }) {
  const id = metadata.externalCustomerId;
  if (!id) return <span className="text-muted">None</span>;
  return <CopyText text={id} thing="external id" owner={name} wraps />;
}
