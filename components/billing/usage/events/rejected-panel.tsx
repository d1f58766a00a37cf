"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";
import { useEnvironment } from "@/components/shell/environment-provider";
import { ListPager, useListPage } from "@/components/shell/list-pager";
import { useUrlSearch } from "@/components/shell/use-url-search";
import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { DataTable } from "@/components/ui/data-table";
import type { Column } from "@/components/ui/data-table-head";
import { EmptyState, FilteredEmpty } from "@/components/ui/empty-state";
import { Facts } from "@/components/ui/facts";
import { ExactTime } from "@/components/ui/time-ago";
import { type RejectedEventJson, rejectedEventsQuery } from "@/lib/client/usage";
import type { Environment } from "@/lib/domain/environment";
import { count, formatNumber } from "@/lib/format";
import { RequestId } from "./event-detail";
import { SettledField } from "./settled-field";
import { useOpenRows } from "./use-open-rows";

/** Lines that were accepted and could not be stored, latest first. */
export function RejectedPanel() {
  const environment = useEnvironment();
  const { search, change } = useUrlSearch();
  const { size, cursor } = useListPage();
  const rows = useOpenRows();
  const requestId = search.get("request") || undefined;
  const rejected = useQuery(rejectedEventsQuery(environment, requestId, { limit: size, cursor }));
  const clear = () => change({ request: null });
  const isEmpty = requestId === undefined && rejected.data?.total === 0;
  return (
    <>
      <p className="text-muted">
        Lines of NDJSON are checked after they are accepted. Those that cannot be stored stand here for 30 days.
      </p>
      {isEmpty ? null : (
        <div className="flex flex-wrap items-end gap-2">
          <SettledField
            label="Request id"
            name="request"
            value={requestId ?? ""}
            onSettle={(request) => change({ request }, "replace")}
          />
          {requestId === undefined ? null : (
            <Button variant="quiet" onClick={clear}>
              Clear filters
            </Button>
          )}
        </div>
      )}
      <DataTable
        label="Rejected lines"
        columns={COLUMNS}
        rows={rejected.data?.data}
        rowId={idOf}
        pending={rejected.isPending}
        error={rejected.error}
        errorTitle="The rejected lines could not be loaded."
        onRetry={() => void rejected.refetch()}
        rowMenu={(line) => rows.button(idOf(line), `Details of line ${line.line} of ${line.requestId}`)}
        rowDetail={(line) => (rows.isOpen(idOf(line)) ? <RejectedLine line={line} environment={environment} /> : null)}
        empty={
          isEmpty ? (
            <EmptyState icon={CircleCheck} title={`No rejected lines in ${environment} in the last 30 days.`} />
          ) : (
            <FilteredEmpty things="rejected lines" onClear={clear} />
          )
        }
      />
      {isEmpty ? null : (
        <ListPager nextCursor={rejected.data?.nextCursor}>
          {rejected.data ? count(rejected.data.total, "rejected line") : null}
        </ListPager>
      )}
    </>
  );
}

const idOf = ({ requestId, line, receivedAt }: RejectedEventJson): string => `${receivedAt} ${requestId} ${line}`;

const MONO = "font-mono text-xs [overflow-wrap:anywhere]";

const COLUMNS: readonly Column<RejectedEventJson>[] = [
  { id: "reason", header: "Reason", cell: ({ reason }) => reason, className: "md:min-w-64 [overflow-wrap:anywhere]" },
  { id: "line", header: "Line", cell: ({ line }) => formatNumber(line), numeric: true },
  { id: "path", header: "Field", cell: ({ path }) => <span className={MONO}>{path || "the line"}</span> },
  { id: "request", header: "Request id", cell: ({ requestId }) => <span className={MONO}>{requestId}</span> },
  { id: "received", header: "Arrived", cell: ({ receivedAt }) => <ExactTime at={receivedAt} />, className: "md:w-60" },
];

function RejectedLine({ line, environment }: { line: RejectedEventJson; environment: Environment }) {
  const { excerpt, requestId, idempotencyKey } = line;
  return (
    <section aria-label={`Line ${line.line} of ${requestId}`} className="grid min-w-0 gap-4">
      {excerpt === "" ? null : <CodeBlock thing="excerpt" owner={`line ${line.line}`} code={excerpt} />}
      <Facts
        facts={[
          { label: "Idempotency key", value: idempotencyKey ?? "Could not be read" },
          { label: "Request id", value: <RequestId requestId={requestId} environment={environment} /> },
        ]}
      />
    </section>
  );
}
