"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { addSampleData, sampleDataQuery } from "@/lib/client/sample-data";
import { viewerQuery } from "@/lib/client/viewer";
import { hasRole } from "@/lib/domain/role";
import { useEnvironment } from "./environment-provider";

/** Why this member may not add or remove sample data, or null. The server decides again. */
export function useSampleDataRefusal(): string | null {
  const viewer = useQuery(viewerQuery(useEnvironment())).data;
  if (!viewer || hasRole(viewer.role, "admin")) return null;
  return "Only admins and owners add and remove sample data.";
}

/** Adds sample data, or completes it, and says so once it is there. Busy as long as anybody is adding it. */
export function AddSampleDataButton({ children = "Add sample data" }: { children?: string }) {
  const environment = useEnvironment();
  const queryClient = useQueryClient();
  const sampleData = useQuery(sampleDataQuery(environment)).data;
  const refusal = useSampleDataRefusal();
  const add = useMutation({
    mutationFn: () => addSampleData(environment, queryClient),
    onSuccess: ({ state }) => {
      if (state === "complete") toast("Sample data added.");
      else toast.error("The sample data is not complete. Settings, Security says how to go on.");
    },
    onError: (error) => toast.error("The sample data was not added.", { description: error.message }),
  });
  return (
    <Button
      busy={add.isPending || sampleData?.state === "adding"}
      busyLabel="Adding sample data…"
      disabledBecause={refusal}
      onClick={() => add.mutate()}
    >
      {children}
    </Button>
  );
}

/** For an empty list: offered in sandbox, as long as there is no sample data. Under it nothing stands. */
export function SampleDataOffer() {
  const sampleData = useQuery(sampleDataQuery(useEnvironment())).data;
  if (!sampleData || sampleData.state === "complete") return null;
  return <AddSampleDataButton />;
}
