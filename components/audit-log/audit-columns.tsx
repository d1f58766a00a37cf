import Link from "next/link";
import type { Column } from "@/components/ui/data-table-head";
import { ExactTime } from "@/components/ui/time-ago";
import type { AuditEntryJson } from "@/lib/dashboard-api/schemas/audit-log";
import { auditSentence } from "@/lib/domain/audit-sentence";
import type { Environment } from "@/lib/domain/environment";
import { apiKeyPath, customerPath } from "@/lib/paths";
import { actorWords } from "./actor-words";

/** The columns of one environment's log; only things of this environment can be opened from here. */
export function auditColumns(environment: Environment): readonly Column<AuditEntryJson>[] {
  return [
    { id: "time", header: "Time", cell: ({ occurredAt }) => <ExactTime at={occurredAt} />, className: "md:w-56" },
    { id: "who", header: "Who", cell: ({ actor }) => actorWords(actor), className: "md:max-w-48" },
    { id: "action", header: "What happened", cell: auditSentence, className: "md:min-w-64 [overflow-wrap:anywhere]" },
    {
      id: "target",
      header: "Target",
      cell: (entry) => <Target entry={entry} environment={environment} />,
      className: "md:max-w-56",
    },
    { id: "address", header: "Address", cell: ({ actor }) => <Address ip={actor.ip} /> },
  ];
}

// The sentence beside it has the whole name.
const NAME = "block max-md:[overflow-wrap:anywhere] md:truncate";

function Target({ entry: { target }, environment }: { entry: AuditEntryJson; environment: Environment }) {
  const path = targetPath(target, environment);
  if (!path) return <span className={`text-muted ${NAME}`}>{target.name}</span>;
  return (
    <Link href={path} className={`rounded-sm text-accent-text hover:underline ${NAME}`}>
      {target.name}
    </Link>
  );
}

function targetPath({ kind, id }: AuditEntryJson["target"], environment: Environment): string | null {
  if (kind === "api_key") return apiKeyPath(environment, id);
  if (kind === "customer") return customerPath(environment, id);
  return null;
}

function Address({ ip }: { ip: string | null }) {
  return ip ? <span className="font-mono">{ip}</span> : <span className="text-muted">None</span>;
}
