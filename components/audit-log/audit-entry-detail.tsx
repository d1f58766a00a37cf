import { Button } from "@/components/ui/button";
import { CopyText } from "@/components/ui/copy-text";
import { Difference } from "@/components/ui/difference";
import { type Fact, Facts } from "@/components/ui/facts";
import type { AuditEntryJson } from "@/lib/dashboard-api/schemas/audit-log";
import { auditFieldName } from "@/lib/domain/audit-sentence";
import { formatNumber } from "@/lib/format";
import { changedFields, linesOf } from "./audit-values";

type AuditEntryDetailProps = {
  entry: AuditEntryJson;
  /** Null when the list already shows this target alone. */
  onOnlyTarget: (() => void) | null;
};

/** What an entry says beyond its line: the change, the reason, and where to look further. */
export function AuditEntryDetail({ entry, onOnlyTarget }: AuditEntryDetailProps) {
  const fields = changedFields(entry.before, entry.after);
  return (
    <section aria-label={`Entry ${formatNumber(entry.sequence)}`} className="grid min-w-0 gap-4">
      {fields.length > 0 ? <Difference fields={fields} made={entry.before === null} /> : null}
      <Facts facts={factsOf(entry)} />
      {onOnlyTarget ? (
        <div>
          <Button onClick={onOnlyTarget}>Show only this target</Button>
        </div>
      ) : null}
    </section>
  );
}

function factsOf({ sequence, details, actor, hash, previousHash }: AuditEntryJson): Fact[] {
  const told = Object.entries(details ?? {}).map(([name, value]) => ({
    label: capitalized(auditFieldName(name)),
    value: <span className="whitespace-pre-wrap">{linesOf(name, value).join(", ")}</span>,
  }));
  const agent = actor.userAgent ? [{ label: "User agent", value: actor.userAgent }] : [];
  const request = actor.requestId
    ? [{ label: "Request id", value: <CopyText text={actor.requestId} thing="request id" wraps /> }]
    : [];
  return [
    ...told,
    ...agent,
    ...request,
    { label: "Entry", value: formatNumber(sequence) },
    { label: "Hash", value: <CopyText text={hash} thing="hash" wraps /> },
    { label: "Hash before", value: <CopyText text={previousHash} thing="hash before" wraps /> },
  ];
}

const capitalized = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
