"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { AddSampleDataButton, useSampleDataRefusal } from "@/components/shell/add-sample-data";
import { useEnvironment } from "@/components/shell/environment-provider";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ErrorNotice } from "@/components/ui/error-region";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { removeSampleData, sampleDataQuery } from "@/lib/client/sample-data";
import { keptSentences, type SampleDataCounts } from "@/lib/domain/sample-data";
import { count } from "@/lib/format";

/** The made-up company of the sandbox: what is there of it, and one click to add or remove it. Production has none. */
export function SampleDataCard() {
  const environment = useEnvironment();
  const queryClient = useQueryClient();
  const sampleData = useQuery(sampleDataQuery(environment));
  const refusal = useSampleDataRefusal();
  const [asking, setAsking] = useState(false);
  const [kept, setKept] = useState<readonly string[]>([]);
  if (environment !== "sandbox") return null;
  const { state, counts } = sampleData.data ?? {};
  const hasAny = counts !== undefined && wordsOf(counts) !== "";
  const remove = async () => {
    setKept(keptSentences((await removeSampleData(environment, queryClient)).kept));
    toast("Sample data removed.");
  };
  return (
    <Card
      title="Sample data"
      description="A made-up company in sandbox, with a year of contracts, usage and invoices."
      actions={
        <>
          {state === "none" || state === "incomplete" ? (
            <AddSampleDataButton>{state === "none" ? "Add sample data" : "Complete sample data"}</AddSampleDataButton>
          ) : null}
          {hasAny || (state !== undefined && state !== "none") ? (
            <Button disabledBecause={refusal} onClick={() => setAsking(true)}>
              Remove sample data
            </Button>
          ) : null}
        </>
      }
    >
      {sampleData.error ? (
        <ErrorNotice
          error={sampleData.error}
          title="What is there could not be loaded."
          onRetry={() => void sampleData.refetch()}
        />
      ) : null}
      {sampleData.isPending ? <Skeleton className="h-5 w-72 max-w-full" /> : null}
      {state && counts ? <p>{told(state, counts)}</p> : null}
      {kept.length > 0 ? <Notice role="status">{kept.join(" ")}</Notice> : null}
      <ConfirmDialog
        open={asking}
        title="Remove sample data?"
        body={`It takes away ${counts ? wordsOf(counts) : ""}, with everything that was changed on them. What your own contracts, plans and prices stand on is kept. It cannot be undone; sample data can be added anew.`}
        verb="Remove sample data"
        busyVerb="Removing…"
        run={remove}
        onClose={() => setAsking(false)}
      />
    </Card>
  );
}

function told(state: string, counts: SampleDataCounts): string {
  const words = wordsOf(counts);
  if (state === "adding") return `It is being added: ${words || "nothing"} so far.`;
  if (state === "incomplete") return `Adding it was interrupted. There are ${words || "no objects"}.`;
  if (state === "complete") return `There are ${words}.`;
  return words === "" ? "There is none." : `Still there, because something of yours stands on it: ${words}.`;
}

function wordsOf({ customers, contracts, invoices, plans, pricings, meters, apiKeys }: SampleDataCounts): string {
  const words = [
    [customers, "customer"],
    [contracts, "contract"],
    [invoices, "invoice"],
    [plans, "plan"],
    [pricings, "price"],
    [meters, "meter"],
    [apiKeys, "API key"],
  ] as const;
  const shown = words.filter(([many]) => many > 0).map(([many, noun]) => count(many, noun));
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}
