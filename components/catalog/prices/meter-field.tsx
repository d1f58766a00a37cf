"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useEffect, useState } from "react";
import { useEnvironment } from "@/components/shell/environment-provider";
import { ErrorNotice } from "@/components/ui/error-region";
import { Notice } from "@/components/ui/notice";
import { SelectField } from "@/components/ui/select";
import type { MeterJson } from "@/lib/api/schemas/meters";
import { everyMeterQuery } from "@/lib/client/meters";
import { newMeterPath } from "@/lib/paths";

type MeterFieldProps = {
  /** Chosen at first, when it is an active one. */
  meterId: string;
  /** The meters to choose from have changed. */
  onLoaded: () => void;
};

/** Which meter counts what is billed. */
export function MeterField({ meterId, onLoaded }: MeterFieldProps) {
  const environment = useEnvironment();
  const [chosen, setChosen] = useState(meterId);
  const meters = useQuery(everyMeterQuery(environment));
  const { data } = meters;
  // Once they are in the list, the form can hold the chosen one.
  useEffect(() => {
    if (data) onLoaded();
  }, [data, onLoaded]);
  if (meters.error) {
    return (
      <ErrorNotice error={meters.error} title="The meters could not be loaded." onRetry={() => void meters.refetch()} />
    );
  }
  if (data?.length === 0) {
    return (
      <Notice tone="warning">
        There is no active meter in {environment} to bill by.{" "}
        <Link href={newMeterPath(environment)} className="font-medium underline">
          Create a meter
        </Link>{" "}
        first.
      </Notice>
    );
  }
  const options = data
    ? [{ value: "", label: "Choose a meter" }, ...data.map((meter) => ({ value: meter.id, label: meterLabel(meter) }))]
    : // Already the choice of the link: sending before the list is there must not ask for it.
      [{ value: chosen, label: "Loading meters…" }];
  return (
    <SelectField
      label="Meter"
      name="meterId"
      help="Active meters."
      options={options}
      value={options.some(({ value }) => value === chosen) ? chosen : ""}
      onChange={({ target }) => setChosen(target.value)}
    />
  );
}

const meterLabel = ({ displayName, code }: MeterJson): string => (code ? `${displayName} (${code})` : displayName);
