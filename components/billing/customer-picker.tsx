"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useEnvironment } from "@/components/shell/environment-provider";
import type { FieldProps } from "@/components/ui/field";
import { PickerField, type PickerOption } from "@/components/ui/picker-field";
import type { CustomerJson } from "@/lib/api/schemas/customers";
import { ApiError } from "@/lib/client/api-error";
import { customerQuery, customersQuery } from "@/lib/client/customers";
import { maskSecrets } from "@/lib/domain/api-key-secret";
import { useSettled } from "./use-settled";

const FOUND_MAX = 8;

type CustomerPickerProps = Omit<FieldProps, "label"> & {
  label?: string;
  /** The id of the chosen one, as in the URL. */
  customerId: string | null;
  onChoose: (customerId: string | null) => void;
  changeVerb?: string;
  className?: string;
};

/** A customer by a piece of its name or external id. */
export function CustomerPicker({ customerId, onChoose, label = "Customer", ...field }: CustomerPickerProps) {
  const environment = useEnvironment();
  const [text, setText] = useState("");
  const search = useSettled(text.trim());
  const known = useQuery({ ...customerQuery(environment, customerId ?? ""), enabled: customerId !== null });
  // A link may name a customer of the other environment.
  const isMissing = known.error instanceof ApiError && (known.error.status === 404 || known.error.status === 400);
  const found = useQuery({
    ...customersQuery(environment, { search: search || undefined, limit: FOUND_MAX }),
    enabled: customerId === null || isMissing,
  });
  const chosen = known.data ? optionOf(known.data) : { value: customerId ?? "", label: customerId ?? "" };
  const options = found.isError ? [] : (found.data?.data ?? []).map(optionOf);
  return (
    <PickerField
      {...field}
      label={label}
      error={isMissing ? `That customer does not exist in ${environment}.` : field.error}
      chosen={customerId === null || isMissing ? null : chosen}
      onChoose={(option) => onChoose(option?.value ?? null)}
      options={options}
      text={text}
      onText={(typed) => setText(maskSecrets(typed))}
      status={statusOf(found, options.length)}
      placeholder="Search name or external id"
    />
  );
}

function statusOf(found: { isPending: boolean; isError: boolean }, options: number): string | null {
  if (found.isError) return "The customers could not be loaded.";
  if (found.isPending) return "Searching…";
  return options === 0 ? "No customer matches." : null;
}

const optionOf = ({ id, name, metadata }: CustomerJson): PickerOption => ({
  value: id,
  label: name,
  note: metadata.externalCustomerId ?? undefined,
});
