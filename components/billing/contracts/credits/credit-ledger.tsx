"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { useEnvironment } from "@/components/shell/environment-provider";
import { ErrorNotice } from "@/components/ui/error-region";
import { Pager } from "@/components/ui/pager";
import { Skeleton } from "@/components/ui/skeleton";
import { SmallTable } from "@/components/ui/small-table";
import { TimeAgo } from "@/components/ui/time-ago";
import { creditLedgerQuery, type ExactCreditEntry } from "@/lib/client/contracts";
import type { CreditEntryType } from "@/lib/domain/credit";
import type { Environment } from "@/lib/domain/environment";
import { count } from "@/lib/format";
import { invoicePath } from "@/lib/paths";
import { Amount } from "./credit-blocks";

const PAGE_SIZE = 10;

const TYPE_WORDS: Readonly<Record<CreditEntryType, string>> = {
  grant: "Granted",
  usage: "Used",
  expiration: "Expired",
  reversal: "Given back",
  adjustment: "Adjusted",
};

/** Every movement, newest first. The ledger only grows. */
export function CreditLedger({ contractId }: { contractId: string }) {
  const environment = useEnvironment();
  const [trail, setTrail] = useState<readonly string[]>([]);
  const ledger = useQuery(creditLedgerQuery(environment, contractId, PAGE_SIZE, trail.at(-1)));
  const page = ledger.data;
  return (
    <div className="grid min-w-0 gap-1">
      <h3 className="font-medium">Ledger</h3>
      {ledger.isError ? (
        <ErrorNotice
          error={ledger.error}
          title="The ledger could not be loaded."
          onRetry={() => void ledger.refetch()}
        />
      ) : null}
      {ledger.isPending ? <Skeleton className="w-2/5" /> : null}
      {page ? (
        <>
          <SmallTable
            label="Ledger"
            columns={[
              { header: "When" },
              { header: "Movement" },
              { header: "Description" },
              { header: "Amount", numeric: true },
            ]}
            rows={page.data.entries.map((entry) => ({ key: entry.id, cells: cellsOf(entry, environment) }))}
          />
          <LedgerPager total={Number(page.total)} next={page.nextCursor} trail={trail} onTrail={setTrail} />
        </>
      ) : null}
    </div>
  );
}

type LedgerPagerProps = {
  total: number;
  next: string | null;
  trail: readonly string[];
  onTrail: (trail: readonly string[]) => void;
};

function LedgerPager({ total, next, trail, onTrail }: LedgerPagerProps) {
  if (trail.length === 0 && next === null) return null;
  return (
    <Pager
      onNewer={trail.length > 0 ? () => onTrail(trail.slice(0, -1)) : null}
      onOlder={next === null ? null : () => onTrail([...trail, next])}
    >
      {count(total, "entry", "entries")}
    </Pager>
  );
}

function cellsOf(entry: ExactCreditEntry, environment: Environment) {
  const { type, createdAt, description, invoiceId, amountCents, creditAmount, currency } = entry;
  return [
    <TimeAgo key="when" at={createdAt} />,
    invoiceId === null ? (
      TYPE_WORDS[type]
    ) : (
      <span key="type" className="whitespace-nowrap">
        {TYPE_WORDS[type]},{" "}
        <Link href={invoicePath(environment, invoiceId)} className="rounded-sm text-accent-text hover:underline">
          invoice
        </Link>
      </span>
    ),
    <span key="what" className="[overflow-wrap:anywhere]">
      {description ?? <span className="text-muted">None</span>}
    </span>,
    <Amount key="amount" cents={amountCents} credits={creditAmount} currency={currency} />,
  ];
}
