"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Ban, CircleCheck, type LucideIcon, Printer, Undo2 } from "lucide-react";
import { useState } from "react";
import { useEnvironment } from "@/components/shell/environment-provider";
import { useWriteRefusal } from "@/components/shell/use-write-refusal";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { announce } from "@/components/ui/live-region";
import { contractsQueryKey } from "@/lib/client/contracts";
import { actOnInvoice, type ExactInvoice, invoiceQuery, invoicesQueryKey } from "@/lib/client/invoices";
import { viewerQuery } from "@/lib/client/viewer";
import { type InvoiceAction, refusalOfAction } from "@/lib/domain/invoice-status";
import { hasRole } from "@/lib/domain/role";
import { moneyOfCents } from "@/lib/money-format";

type Words = {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly question: (title: string) => string;
  readonly body: (invoice: ExactInvoice) => string;
  readonly verb: string;
  readonly busyVerb: string;
  readonly danger: boolean;
};

const total = ({ totalCents, currency }: ExactInvoice): string => moneyOfCents(totalCents, currency);

const ACTIONS: Readonly<Record<InvoiceAction, Words>> = {
  "mark-as-paid": {
    label: "Mark as paid…",
    icon: CircleCheck,
    question: (title) => `Mark ${title} as paid?`,
    body: (invoice) =>
      `Says that ${total(invoice)} were received. No money is moved. It cannot be taken back; a paid invoice can be refunded.`,
    verb: "Mark as paid",
    busyVerb: "Marking…",
    danger: false,
  },
  cancel: {
    label: "Cancel invoice…",
    icon: Ban,
    question: (title) => `Cancel ${title}?`,
    body: (invoice) =>
      invoice.status === "Drafted"
        ? "The period is not billed, and no other draft takes its place. It cannot be undone."
        : `${total(invoice)} are no longer asked for. Used credits come back. It cannot be undone.`,
    verb: "Cancel invoice",
    busyVerb: "Cancelling…",
    danger: true,
  },
  refund: {
    label: "Refund…",
    icon: Undo2,
    question: (title) => `Refund ${title}?`,
    body: (invoice) =>
      `Says that the whole ${total(invoice)} were paid back. No money is moved. Used credits stay used. It cannot be undone.`,
    verb: "Refund invoice",
    busyVerb: "Refunding…",
    danger: true,
  },
};

type InvoiceActionsProps = { invoice: ExactInvoice; title: string; customerName: string | undefined };

/** What can be done with the invoice; what cannot says why. */
export function InvoiceActions({ invoice, title, customerName }: InvoiceActionsProps) {
  const environment = useEnvironment();
  const roleRefusal = useRoleRefusal();
  const [asked, setAsked] = useState<InvoiceAction | null>(null);
  const act = useAct(invoice.id);
  const words = asked && ACTIONS[asked];
  return (
    <>
      <Button icon={Printer} onClick={() => window.print()}>
        Print
      </Button>
      {(["mark-as-paid", "cancel", "refund"] as const).map((action) => (
        <Button
          key={action}
          icon={ACTIONS[action].icon}
          disabledBecause={roleRefusal ?? sentence(refusalOfAction(invoice, action))}
          onClick={() => setAsked(action)}
        >
          {ACTIONS[action].label}
        </Button>
      ))}
      {asked && words ? (
        <ConfirmDialog
          open
          title={words.question(title)}
          body={words.body(invoice)}
          cancel="Keep as it is"
          verb={environment === "production" ? `${words.verb} in production` : words.verb}
          busyVerb={words.busyVerb}
          danger={words.danger}
          typed={environment === "production" ? (invoice.invoiceNumber ?? customerName ?? title) : null}
          run={() => act.mutateAsync(asked)}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </>
  );
}

function useAct(invoiceId: string) {
  const environment = useEnvironment();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (action: InvoiceAction) => actOnInvoice(environment, invoiceId, action),
    onSuccess: async (changed) => {
      queryClient.setQueryData(invoiceQuery(environment, invoiceId).queryKey, changed);
      announce(`Invoice is ${changed.status}`);
      // A cancelled one may have given credits back.
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: invoicesQueryKey(environment) }),
        queryClient.invalidateQueries({ queryKey: contractsQueryKey(environment) }),
      ]);
    },
  });
}

/** In production it takes an admin. The server decides again at the request itself. */
function useRoleRefusal(): string | null {
  const environment = useEnvironment();
  const writing = useWriteRefusal("invoices");
  const viewer = useQuery(viewerQuery(environment)).data;
  if (writing || environment === "sandbox" || !viewer || hasRole(viewer.role, "admin")) return writing;
  return "In production only admins and owners change invoices. Ask an admin.";
}

const sentence = (words: string | null): string | null => words && `${words}.`;
