"use client";

import { ChevronDown, ChevronRight, List } from "lucide-react";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import type { Column } from "@/components/ui/data-table-head";
import { EmptyState } from "@/components/ui/empty-state";
import { SmallTable } from "@/components/ui/small-table";
import { tierRange } from "@/components/ui/tier-table";
import type { ExactInvoice, ExactInvoiceLine } from "@/lib/client/invoices";
import { amountText, moneyOfCents, quantityText } from "@/lib/money-format";
import { PeriodText } from "../day-text";
import { totalRows } from "./invoice-totals";

/** Every line with the exact price of a unit; what a tiered one is made of opens below it. */
export function InvoiceLines({ invoice }: { invoice: ExactInvoice }) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const { currency, lineItems = [] } = invoice;
  const toggle = (id: string) => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpen(next);
  };
  return (
    <section aria-labelledby="lines" className="grid min-w-0 gap-3">
      <div>
        <h2 id="lines" className="text-lg">
          Lines
        </h2>
        <p className="text-muted">Service periods are UTC days. Unit prices are exact; each line is rounded once.</p>
      </div>
      <DataTable
        label="Lines"
        columns={lineColumns(currency, open, toggle)}
        rows={lineItems}
        rowId={({ id }) => id}
        pending={false}
        rowDetail={(line) => (line.tiers && open.has(line.id) ? <Tiers line={line} currency={currency} /> : null)}
        empty={<EmptyState icon={List} title="This invoice has no lines." />}
      />
      <Totals invoice={invoice} />
    </section>
  );
}

type Toggle = (id: string) => void;

function lineColumns(currency: string, open: ReadonlySet<string>, toggle: Toggle): readonly Column<ExactInvoiceLine>[] {
  return [
    {
      id: "item",
      header: "Item",
      className: "md:min-w-56 md:max-w-96",
      cell: (line) => <Item line={line} isOpen={open.has(line.id)} onToggle={() => toggle(line.id)} />,
    },
    {
      id: "period",
      header: "Service period",
      className: "md:whitespace-nowrap",
      cell: ({ servicePeriod }) => <PeriodText period={servicePeriod} />,
    },
    { id: "quantity", header: "Quantity", numeric: true, cell: ({ quantity }) => quantityText(quantity) },
    {
      id: "unitPrice",
      header: `Unit price, ${currency}`,
      numeric: true,
      className: "md:whitespace-nowrap",
      cell: ({ unitPrice }) => amountText(unitPrice, currency),
    },
    {
      id: "amount",
      header: "Amount",
      numeric: true,
      className: "md:whitespace-nowrap",
      cell: ({ totalAmountCents }) => moneyOfCents(totalAmountCents, currency),
    },
  ];
}

const KIND_WORDS = { charge: null, adjustment: "Adjustment", credit: "Credit" } as const;

type ItemProps = { line: ExactInvoiceLine; isOpen: boolean; onToggle: () => void };

function Item({ line: { name, description, kind, tiers }, isOpen, onToggle }: ItemProps) {
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  const kindWord = KIND_WORDS[kind];
  return (
    <span className="grid justify-items-start gap-0.5 py-0.5 [overflow-wrap:anywhere]">
      <span className="flex flex-wrap items-center gap-x-2">
        {name}
        {kindWord ? <Badge tone={kind === "credit" ? "success" : "info"}>{kindWord}</Badge> : null}
      </span>
      {description ? <span className="font-normal text-muted">{description}</span> : null}
      {tiers ? (
        <button
          type="button"
          aria-expanded={isOpen}
          aria-label={`Tiers of ${name}`}
          onClick={onToggle}
          className="-ml-1 inline-flex min-h-6 items-center gap-0.5 rounded-sm pr-1 font-normal text-accent-text text-xs hover:underline"
        >
          <Chevron aria-hidden className="size-3.5" />
          Tiers
        </button>
      ) : null}
    </span>
  );
}

function Tiers({ line: { tiers = [] }, currency }: { line: ExactInvoiceLine; currency: string }) {
  return (
    <SmallTable
      label="Tiers"
      columns={[
        { header: "Units" },
        { header: "Quantity", numeric: true },
        { header: `Each, ${currency}`, numeric: true },
        { header: `Flat, ${currency}`, numeric: true },
        { header: `Amount, ${currency}`, numeric: true },
      ]}
      rows={tiers.map((tier) => ({
        key: tier.minQty,
        cells: [
          tierRange(tier),
          quantityText(tier.quantity),
          amountText(tier.unitAmount, currency),
          amountText(tier.flatAmount, currency),
          amountText(tier.amount, currency),
        ],
      }))}
    />
  );
}

function Totals({ invoice }: { invoice: ExactInvoice }) {
  return (
    <dl aria-label="Totals" className="grid gap-1 px-3 tabular-nums sm:justify-self-end">
      {totalRows(invoice).map(({ label, amount, isTotal }) => (
        <div key={label} className="flex items-baseline justify-between gap-12">
          <dt className={isTotal ? "font-semibold" : "text-muted"}>{label}</dt>
          <dd className={isTotal ? "font-semibold text-2xl" : ""}>{amount}</dd>
        </div>
      ))}
    </dl>
  );
}
