import { ExactTime } from "@/components/ui/time-ago";
import type { AuditEntryJson } from "@/lib/dashboard-api/schemas/audit-log";
import { type ChangeRow, changeRowsOf, detailRowsOf } from "./change-rows";

const DONE: Record<string, string> = {
  "api_key.created": "created this key",
  "api_key.changed": "changed this key",
  "api_key.rotated": "rotated this key",
  "api_key.rotation_finished": "finished the rotation",
  "api_key.rotation_extended": "extended the rotation",
  "api_key.rotation_rolled_back": "rolled back the rotation",
  "api_key.revoked": "revoked this key",
};

/** One entry of the audit log: who did what when, and what it changed. */
export function HistoryEntry({ entry }: { entry: AuditEntryJson }) {
  const { actor, action, occurredAt } = entry;
  const rows = changeRowsOf(entry);
  const details = detailRowsOf(entry);
  return (
    <article className="grid gap-2 rounded-lg border bg-surface p-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 className="font-medium">
          {actor.name} {DONE[action] ?? action}
        </h3>
        <span className="text-muted text-xs">
          <ExactTime at={occurredAt} />
          {actor.ip ? (
            <>
              {" from "}
              <span className="font-mono">{actor.ip}</span>
            </>
          ) : null}
        </span>
      </div>
      {rows.length > 0 ? <Changes rows={rows} isNew={entry.before === null} /> : null}
      {details.map(({ label, text }) => (
        <p key={label} className="[overflow-wrap:anywhere]">
          <span className="text-muted">{label}</span> {text}
        </p>
      ))}
    </article>
  );
}

const CHANGED = "md:grid-cols-[6rem_minmax(0,1fr)_minmax(0,1fr)]";
const NEW = "md:grid-cols-[6rem_minmax(0,1fr)]";

function Changes({ rows, isNew }: { rows: readonly ChangeRow[]; isNew: boolean }) {
  return (
    <dl className={`grid gap-x-4 gap-y-1 ${isNew ? NEW : CHANGED}`}>
      {isNew ? null : (
        <div aria-hidden className="col-span-full grid grid-cols-subgrid text-muted text-xs max-md:hidden">
          <span className="col-start-2">Before</span>
          <span>After</span>
        </div>
      )}
      {rows.map(({ label, before, after }) => (
        <div key={label} className="col-span-full grid gap-x-4 md:grid-cols-subgrid">
          <dt className="text-muted">{label}</dt>
          {isNew ? null : (
            <dd className="min-w-0 text-muted [overflow-wrap:anywhere]">
              <span className="md:sr-only">Before: </span>
              <span className="whitespace-pre-line">{before}</span>
            </dd>
          )}
          <dd className="min-w-0 [overflow-wrap:anywhere]">
            {isNew ? null : <span className="md:sr-only">After: </span>}
            <span className="whitespace-pre-line">{after}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
