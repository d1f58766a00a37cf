import Link from "next/link";
import type { Column } from "@/components/ui/data-table-head";
import { TimeAgo } from "@/components/ui/time-ago";
import type { CountedPlanJson } from "@/lib/dashboard-api/schemas/catalog";
import type { Environment } from "@/lib/domain/environment";
import { count, formatNumber } from "@/lib/format";
import { moneyOfCents } from "@/lib/money-format";
import { planPath } from "@/lib/paths";
import { ArchiveBadge } from "../archive-badge";
import { NAME_LINK } from "../name-link";
import { everyWords } from "../prices/price-words";

export function planColumns(environment: Environment): readonly Column<CountedPlanJson>[] {
  return [
    {
      id: "name",
      header: "Name",
      className: "md:min-w-48 md:max-w-80",
      cell: ({ id, name }) => (
        <Link href={planPath(environment, id)} className={NAME_LINK}>
          {name}
        </Link>
      ),
    },
    { id: "prices", header: "Prices", cell: ({ items }) => count(items.length, "price") },
    { id: "billed", header: "Billed", cell: ({ billingInterval }) => everyWords(billingInterval) },
    { id: "currency", header: "Currency", cell: ({ currency }) => currency },
    {
      id: "credit",
      header: "Credit",
      numeric: true,
      cell: ({ creditGrantCents, currency }) =>
        creditGrantCents ? moneyOfCents(creditGrantCents, currency) : <span className="text-muted">None</span>,
    },
    { id: "contracts", header: "Contracts", numeric: true, cell: ({ contractCount }) => formatNumber(contractCount) },
    { id: "status", header: "Status", cell: ({ status }) => <ArchiveBadge archived={status === "archived"} /> },
    { id: "created", header: "Created", className: "md:w-32", cell: ({ createdAt }) => <TimeAgo at={createdAt} /> },
  ];
}
