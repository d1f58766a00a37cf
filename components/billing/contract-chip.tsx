import { useQuery } from "@tanstack/react-query";
import { useEnvironment } from "@/components/shell/environment-provider";
import { FilterChip } from "@/components/ui/filter-menu";
import { contractQuery } from "@/lib/client/contracts";

/** The contract that a list is filtered by. */
export function ContractChip({ contractId, onRemove }: { contractId: string; onRemove: () => void }) {
  const contract = useQuery(contractQuery(useEnvironment(), contractId));
  return (
    <div className="flex min-w-0">
      <FilterChip label="Contract" value={contract.data?.name ?? contractId} onRemove={onRemove} />
    </div>
  );
}
