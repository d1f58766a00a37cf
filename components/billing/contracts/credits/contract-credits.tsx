"use client";

import { useQuery } from "@tanstack/react-query";
import { Coins, Gift } from "lucide-react";
import { useState } from "react";
import { useEnvironment } from "@/components/shell/environment-provider";
import { useWriteRefusal } from "@/components/shell/use-write-refusal";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorNotice } from "@/components/ui/error-region";
import { Skeleton } from "@/components/ui/skeleton";
import type { ContractJson } from "@/lib/api/schemas/contracts";
import { creditBalanceQuery, type ExactCreditBalance } from "@/lib/client/contracts";
import { moneyOfCents, quantityText } from "@/lib/money-format";
import { CreditBlocks } from "./credit-blocks";
import { CreditLedger } from "./credit-ledger";
import { GrantCredits } from "./grant-credits";

/** What is left of the contract's credits, in which order it is used, and every movement. */
export function ContractCredits({ contract }: { contract: ContractJson }) {
  const environment = useEnvironment();
  const writing = useWriteRefusal("contracts");
  const refusal = writing ?? (contract.isActive ? null : "A contract that has ended takes no more credits.");
  const [granting, setGranting] = useState(false);
  const balance = useQuery(creditBalanceQuery(environment, contract.id));
  const grant = (
    <Button icon={Gift} disabledBecause={refusal} onClick={() => setGranting(true)}>
      Grant credits…
    </Button>
  );
  return (
    <>
      <Card
        title="Credits"
        description="They pay metered lines of invoices before money does."
        actions={balance.data?.blocks.length === 0 ? null : grant}
      >
        {balance.isError ? (
          <ErrorNotice
            error={balance.error}
            title="The credits could not be loaded."
            onRetry={() => void balance.refetch()}
          />
        ) : null}
        {balance.data ? <Loaded contractId={contract.id} credits={balance.data} grant={grant} /> : null}
        {balance.isPending ? <Skeleton className="w-2/5" /> : null}
      </Card>
      {granting ? <GrantCredits contract={contract} onClose={() => setGranting(false)} /> : null}
    </>
  );
}

type LoadedProps = { contractId: string; credits: ExactCreditBalance; grant: React.ReactNode };

function Loaded({ contractId, credits: { balance, blocks }, grant }: LoadedProps) {
  if (blocks.length === 0) return <EmptyState icon={Coins} title="This contract has no credits." action={grant} />;
  return (
    <>
      <Balance balance={balance} />
      <CreditBlocks blocks={blocks} />
      <CreditLedger contractId={contractId} />
    </>
  );
}

function Balance({ balance }: { balance: ExactCreditBalance["balance"] }) {
  const { balanceCents, pendingCents, creditBalance, currency } = balance;
  return (
    <div className="flex flex-wrap gap-x-12 gap-y-3">
      <Figure label="Balance" value={moneyOfCents(balanceCents, currency)} large />
      {creditBalance === null ? null : <Figure label="In credits" value={quantityText(creditBalance)} />}
      <Figure label="Open drafts would use" value={moneyOfCents(pendingCents, currency)} />
    </div>
  );
}

function Figure({ label, value, large = false }: { label: string; value: string; large?: boolean }) {
  return (
    <div className="grid content-end gap-0.5">
      <span className="text-muted text-xs">{label}</span>
      <span className={large ? "font-semibold text-2xl tabular-nums" : "text-lg tabular-nums"}>{value}</span>
    </div>
  );
}
