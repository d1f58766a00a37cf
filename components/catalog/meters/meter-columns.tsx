import Link from "next/link";
import type { Column } from "@/components/ui/data-table-head";
import { TimeAgo } from "@/components/ui/time-ago";
import type { MeterJson } from "@/lib/api/schemas/meters";
import type { Environment } from "@/lib/domain/environment";
import { meterPath } from "@/lib/paths";
import { ArchiveBadge } from "../archive-badge";
import { NAME_LINK } from "../name-link";
import { MeterSentence, ruleOf } from "./meter-words";

export function meterColumns(environment: Environment): readonly Column<MeterJson>[] {
  return [
    {
      id: "name",
      header: "Name",
      className: "md:min-w-48 md:max-w-80",
      cell: ({ id, displayName }) => (
        <Link href={meterPath(environment, id)} className={NAME_LINK}>
          {displayName}
        </Link>
      ),
    },
    {
      id: "code",
      header: "Code",
      cell: ({ code }) =>
        code ? <code className="break-all font-mono">{code}</code> : <span className="text-muted">None</span>,
    },
    {
      id: "counts",
      header: "What it counts",
      className: "md:min-w-72",
      cell: (meter) => <MeterSentence rule={ruleOf(meter)} />,
    },
    { id: "status", header: "Status", cell: ({ status }) => <ArchiveBadge archived={status === "inactive"} /> },
    { id: "created", header: "Created", className: "md:w-40", cell: ({ createdAt }) => <TimeAgo at={createdAt} /> },
  ];
}
