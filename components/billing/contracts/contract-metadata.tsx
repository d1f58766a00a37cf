"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { EditableCard } from "@/components/shell/editable-card";
import { useEnvironment } from "@/components/shell/environment-provider";
import { useWriteRefusal } from "@/components/shell/use-write-refusal";
import { Facts } from "@/components/ui/facts";
import { announce } from "@/components/ui/live-region";
import type { ChangeContractBody, ContractJson } from "@/lib/api/schemas/contracts";
import { changeContract, contractQuery, contractsQueryKey } from "@/lib/client/contracts";
import { MetadataFields } from "./metadata-fields";
import { metadataForm } from "./metadata-form";

/** The one part of a contract that can be changed, also after its end. */
export function ContractMetadata({ contract }: { contract: ContractJson }) {
  const environment = useEnvironment();
  const refusal = useWriteRefusal("contracts");
  const queryClient = useQueryClient();
  const change = useMutation({
    mutationFn: (body: ChangeContractBody) => changeContract(environment, contract.id, body),
    onSuccess: async (changed) => {
      queryClient.setQueryData(contractQuery(environment, contract.id).queryKey, changed);
      announce("Contract saved");
      await queryClient.invalidateQueries({ queryKey: [...contractsQueryKey(environment), "list"] });
    },
  });
  const entries = Object.entries(contract.metadata);
  return (
    <EditableCard
      title="Metadata"
      refusal={refusal}
      schema={metadataForm}
      save={async (body) => void (await change.mutateAsync(body))}
      fields={(touch) => <MetadataFields metadata={contract.metadata} onChange={touch} />}
    >
      {entries.length === 0 ? (
        <p className="text-muted">No metadata. Your own facts about this contract can stand here.</p>
      ) : (
        <Facts facts={entries.map(([key, value]) => ({ label: key, value: String(value) }))} />
      )}
    </EditableCard>
  );
}
