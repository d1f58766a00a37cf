"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Ban } from "lucide-react";
import { useState } from "react";
import { useEnvironment } from "@/components/shell/environment-provider";
import { useWriteRefusal } from "@/components/shell/use-write-refusal";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { ErrorNotice } from "@/components/ui/error-region";
import { announce } from "@/components/ui/live-region";
import { Skeleton } from "@/components/ui/skeleton";
import type { ContractJson } from "@/lib/api/schemas/contracts";
import { cancelContract, contractsQueryKey } from "@/lib/client/contracts";
import { contractInvoicesQuery, type ExactInvoice, invoicesQueryKey } from "@/lib/client/invoices";
import type { Day } from "@/lib/domain/day";
import { count } from "@/lib/format";
import { moneyOfCents } from "@/lib/money-format";
import { dayWords, PeriodText } from "../day-text";

type CancelContractProps = { contract: ContractJson; customerName: string | undefined };

/** Asks with the day it ends and the drafts that go with it. In production the customer's name has to be typed. */
export function CancelContract({ contract, customerName }: CancelContractProps) {
  const environment = useEnvironment();
  const refusal = useWriteRefusal("contracts") ?? refusalOf(contract);
  const [asking, setAsking] = useState(false);
  const queryClient = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => cancelContract(environment, contract.id),
    onSuccess: async ({ effectiveCancellationDate, cancelledInvoiceCount }) => {
      announce(
        `Contract cancelled from ${dayWords(effectiveCancellationDate)} on, ${count(cancelledInvoiceCount, "draft")} cancelled`,
      );
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: contractsQueryKey(environment) }),
        queryClient.invalidateQueries({ queryKey: invoicesQueryKey(environment) }),
      ]);
    },
  });
  const endsOn = effectiveDay(contract);
  return (
    <>
      <Button icon={Ban} disabledBecause={refusal} onClick={() => setAsking(true)}>
        Cancel contract…
      </Button>
      <ConfirmDialog
        open={asking}
        title={`Cancel the contract ${contract.name}?`}
        body={
          contract.currentPeriod
            ? `It ends with its current period: ${dayWords(endsOn)} (UTC) is the first day no longer covered. The current period is still billed. This cannot be undone.`
            : `It has not started and never will: it ends on ${dayWords(endsOn)} (UTC), the day on which it would have started. This cannot be undone.`
        }
        cancel="Keep contract"
        verb={`Cancel ${environment} contract`}
        busyVerb="Cancelling…"
        typed={environment === "production" ? (customerName ?? contract.name) : null}
        run={() => cancel.mutateAsync()}
        onClose={() => setAsking(false)}
      >
        {asking ? <CancelledDrafts contract={contract} endsOn={endsOn} /> : null}
      </ConfirmDialog>
    </>
  );
}

const effectiveDay = ({ currentPeriod, startDate }: ContractJson): Day => currentPeriod?.end ?? startDate;

function refusalOf({ cancelledAt, isActive }: ContractJson): string | null {
  if (cancelledAt !== null) return "This contract is cancelled already.";
  return isActive ? null : "This contract has ended.";
}

/** The drafts that end with it: those of the periods that will not begin. */
function CancelledDrafts({ contract, endsOn }: { contract: ContractJson; endsOn: Day }) {
  const invoices = useQuery(contractInvoicesQuery(useEnvironment(), contract.id));
  if (invoices.isError)
    return (
      <ErrorNotice
        error={invoices.error}
        title="The drafts could not be loaded."
        onRetry={() => void invoices.refetch()}
      />
    );
  if (!invoices.data) return <Skeleton className="w-3/5" />;
  const drafts = invoices.data.filter(({ status, period }) => status === "Drafted" && period.start >= endsOn);
  if (drafts.length === 0) return <p>No draft invoice is cancelled with it.</p>;
  return (
    <div className="grid gap-1">
      <p className="font-medium">{`${count(drafts.length, "draft invoice is", "draft invoices are")} cancelled with it:`}</p>
      {/* Focusable, because it may scroll. */}
      <ul
        aria-label="Drafts to be cancelled"
        {...SCROLLS}
        className="grid max-h-40 gap-1 overflow-y-auto rounded-md border p-2"
      >
        {drafts.map((draft) => (
          <CancelledDraft key={draft.id} draft={draft} />
        ))}
      </ul>
    </div>
  );
}

const SCROLLS = { tabIndex: 0 } as const;

function CancelledDraft({ draft }: { draft: ExactInvoice }) {
  return (
    <li className="flex flex-wrap justify-between gap-x-4">
      <PeriodText period={draft.period} />
      <span className="tabular-nums">{moneyOfCents(draft.totalCents, draft.currency)}</span>
    </li>
  );
}
