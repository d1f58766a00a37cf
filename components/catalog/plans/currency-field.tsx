"use client";

import { useSyncExternalStore } from "react";
import { SelectField, type SelectOption } from "@/components/ui/select";
import { CURRENCY_CODES } from "@/lib/domain/currency";

const codes: readonly SelectOption[] = CURRENCY_CODES.map((code) => ({ value: code, label: code }));
let named: readonly SelectOption[] | undefined;

/** In what a plan is billed. The server gives the codes alone: its names of them may differ from the browser's. */
export function CurrencyField({ defaultValue }: { defaultValue: string }) {
  const options = useSyncExternalStore(watchNothing, currenciesByName, () => codes);
  return (
    <SelectField
      label="Currency"
      name="currency"
      // Made anew once the names are there: a browser may drop a choice whose option changes.
      key={options[0]?.label}
      options={options}
      defaultValue={defaultValue}
    />
  );
}

function currenciesByName(): readonly SelectOption[] {
  const names = new Intl.DisplayNames("en", { type: "currency" });
  named ??= CURRENCY_CODES.map((code) => ({ value: code, label: `${code}, ${names.of(code) ?? code}` }));
  return named;
}

const watchNothing = () => () => {};
