"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useEnvironment } from "@/components/shell/environment-provider";
import { CopyText } from "@/components/ui/copy-text";
import { Facts } from "@/components/ui/facts";
import { TimeAgo } from "@/components/ui/time-ago";
import type { PricingJson } from "@/lib/api/schemas/pricing";
import { meterQuery } from "@/lib/client/meters";
import { quantityText } from "@/lib/money-format";
import { meterPath } from "@/lib/paths";
import { intervalWords, MODEL_WORDS, TIERING_WORDS } from "./price-words";

/** A price's settings, value by value. */
export function PriceFacts({ pricing }: { pricing: PricingJson }) {
  const { model, tiering, meterId } = pricing;
  return (
    <Facts
      facts={[
        { label: "Price id", value: <CopyText text={pricing.id} thing="price id" wraps /> },
        { label: "Product", value: pricing.productName },
        { label: "Description", value: pricing.description ?? <span className="text-muted">None</span> },
        { label: "Model", value: `${MODEL_WORDS[model].name}. ${MODEL_WORDS[model].sentence}` },
        { label: "Charged", value: `${TIERING_WORDS[tiering].name}. ${TIERING_WORDS[tiering].sentence}` },
        ...amount(pricing.packageSize ? "Each package" : "Each unit", pricing.unitAmount),
        ...amount("Units in a package", pricing.packageSize),
        ...amount("Fee each period", pricing.flatAmount),
        { label: "Billed", value: intervalWords(pricing) },
        ...(meterId ? [{ label: "Meter", value: <MeterName meterId={meterId} /> }] : []),
        { label: "Created", value: <TimeAgo at={pricing.createdAt} /> },
      ]}
    />
  );
}

const amount = (label: string, text: string | null) =>
  text === null ? [] : [{ label, value: <span className="tabular-nums">{quantityText(text)}</span> }];

function MeterName({ meterId }: { meterId: string }) {
  const environment = useEnvironment();
  const meter = useQuery(meterQuery(environment, meterId)).data;
  return (
    <Link href={meterPath(environment, meterId)} className="underline">
      {meter?.displayName ?? meterId}
    </Link>
  );
}
