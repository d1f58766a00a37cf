"use client";

import { useSyncExternalStore } from "react";
import type { SelectOption } from "@/components/ui/select";
import { COUNTRY_CODES } from "@/lib/domain/customer";

const codes: readonly SelectOption[] = COUNTRY_CODES.map((code) => ({ value: code, label: code }));
let named: readonly SelectOption[] | undefined;

/** Every country by its name. The server gives the codes alone: its list of names may differ from the browser's. */
export function useCountries(): readonly SelectOption[] {
  return useSyncExternalStore(watchNothing, countriesByName, () => codes);
}

export function countryName(code: string): string {
  return new Intl.DisplayNames("en", { type: "region" }).of(code) ?? code;
}

function countriesByName(): readonly SelectOption[] {
  named ??= COUNTRY_CODES.map((code) => ({ value: code, label: countryName(code) })).sort((one, other) =>
    one.label.localeCompare(other.label, "en"),
  );
  return named;
}

const watchNothing = () => () => {};
