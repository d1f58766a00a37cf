"use client";
import { useUrlSearch } from "@/components/shell/use-url-search";
import { FilterBar } from "@/components/ui/filter-bar";
import { SelectField } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { InvoiceFilters } from "@/lib/client/invoices";
import { addDays } from "@/lib/domain/day";
import { INVOICE_STATUSES } from "@/lib/domain/invoice";
import { ContractChip } from "../contract-chip";
import { CustomerPicker } from "../customer-picker";

const STATUSES = [{ value: "", label: "Any" }, ...INVOICE_STATUSES.map((status) => ({ value: status, label: status }))];
const DAY = /^[2-9]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** The filters of the list, as the URL has them and as the API takes them. */
export function useInvoiceFilters() {
  const { search, change } = useUrlSearch();
  const filters: InvoiceFilters = {
    customerId: search.get("customer") || undefined,
    contractId: search.get("contract") || undefined,
    status: INVOICE_STATUSES.find((status) => status === search.get("status")),
    createdAfter: dayIn(search.get("from")),
    createdBefore: dayAfter(dayIn(search.get("to"))),
  };
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  const clear = () => change({ customer: null, contract: null, status: null, from: null, to: null });
  return { filters, isFiltered, clear };
}

/** Status, customer, days of creation, and the contract that is filtered by. */
export function InvoiceFilterBar() {
  const { search, change } = useUrlSearch();
  const { filters, isFiltered, clear } = useInvoiceFilters();
  const { customerId, contractId, status } = filters;
  return (
    <div className="grid gap-2">
      <FilterBar isFiltered={isFiltered} onClear={clear}>
        <SelectField
          label="Status"
          name="status"
          value={status ?? ""}
          onChange={(event) => change({ status: event.target.value })}
          options={STATUSES}
          className="md:w-36"
        />
        <div className="max-md:order-first max-md:col-span-2">
          <CustomerPicker
            name="customer"
            customerId={customerId ?? null}
            onChoose={(customer) => change({ customer })}
            changeVerb="Clear"
            className="md:w-64"
          />
        </div>
        {(["from", "to"] as const).map((end) => (
          <div key={end} className="max-md:col-span-2">
            <TextField
              label={end === "from" ? "Created from (UTC)" : "Created to (UTC)"}
              name={end}
              type="date"
              value={search.get(end) ?? ""}
              onChange={(event) => change({ [end]: event.target.value }, "replace")}
              className="md:w-40"
            />
          </div>
        ))}
      </FilterBar>
      {contractId ? <ContractChip contractId={contractId} onRemove={() => change({ contract: null })} /> : null}
    </div>
  );
}

/** A day as far as it is one: a year that is still being typed is none. */
const dayIn = (written: string | null): string | undefined => (written && isDay(written) ? written : undefined);

const isDay = (written: string): boolean => DAY.test(written) && !Number.isNaN(Date.parse(written));

// The last day counts too.
const dayAfter = (day: string | undefined): string | undefined => day && addDays(day, 1);
