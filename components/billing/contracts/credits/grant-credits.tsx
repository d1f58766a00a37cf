"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useEnvironment } from "@/components/shell/environment-provider";
import { useIdempotencyKey } from "@/components/shell/use-idempotency-key";
import { DecimalField } from "@/components/ui/decimal-field";
import { FormDialog } from "@/components/ui/form-dialog";
import { announce } from "@/components/ui/live-region";
import { RadioField } from "@/components/ui/radio-group";
import { TextField } from "@/components/ui/text-field";
import type { ContractJson } from "@/lib/api/schemas/contracts";
import type { GrantCreditBody } from "@/lib/api/schemas/credits";
import { contractsQueryKey, grantCredit } from "@/lib/client/contracts";
import { invoicesQueryKey } from "@/lib/client/invoices";
import { moneyOfCents } from "@/lib/money-format";
import { type GrantMode, grantForm, worthOf } from "./grant-form";

const MODES = [
  { value: "money", label: "Money" },
  { value: "credits", label: "Credits" },
];

/** Promotional credits, as money or as a number of credits with their worth. Mount it to open it. */
export function GrantCredits({ contract, onClose }: { contract: ContractJson; onClose: () => void }) {
  const environment = useEnvironment();
  const queryClient = useQueryClient();
  const keyFor = useIdempotencyKey();
  const [mode, setMode] = useState<GrantMode>("money");
  const grant = useMutation({
    mutationFn: (body: GrantCreditBody) => grantCredit(environment, contract.id, body, keyFor(body)),
    onSuccess: async () => {
      announce("Credits granted");
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: contractsQueryKey(environment) }),
        queryClient.invalidateQueries({ queryKey: invoicesQueryKey(environment) }),
      ]);
      onClose();
    },
  });
  return (
    <FormDialog
      title="Grant credits"
      description="Promotional credits are used before those of the contract that expire at the same time. They cannot be taken back."
      verb={`Grant ${environment} credits`}
      busyVerb="Granting…"
      schema={grantForm(mode, contract.currency, new Date())}
      submit={async (body) => void (await grant.mutateAsync(body))}
      onClose={onClose}
      size="md"
    >
      <RadioField
        label="Given as"
        name="mode"
        look="segments"
        options={MODES}
        value={mode}
        onChange={(chosen) => setMode(chosen === "credits" ? "credits" : "money")}
      />
      {mode === "money" ? (
        <DecimalField label="Amount" name="amount" unit={contract.currency} />
      ) : (
        <CreditFields contract={contract} />
      )}
      <TextField
        label="Expires on"
        name="expiresOn"
        type="date"
        help="At 00:00 UTC: the first day on which they are gone."
      />
      <TextField label="Description" name="description" optional help="The customer reads it in the credit report." />
      <TextField
        label="External id"
        name="externalId"
        optional
        mono
        spellCheck={false}
        help="Your own id of this grant: the same id twice grants once."
      />
    </FormDialog>
  );
}

function CreditFields({ contract: { currency, creditSettings } }: { contract: ContractJson }) {
  const own = creditSettings === null ? null : String(creditSettings.creditRateCents);
  const [credits, setCredits] = useState("");
  const [rate, setRate] = useState(own ?? "");
  const isFree = /^0+(\.0+)?$/.test(rate);
  const worth = worthOf(credits, isFree && own ? own : rate, currency);
  const help = own
    ? `The contract's own rate is ${moneyOfCents(own, currency)} a credit. At 0 they are valued at that rate and used first.`
    : `1 is the smallest unit, ${moneyOfCents(1, currency)}.`;
  return (
    <>
      <DecimalField
        label="Number of credits"
        name="creditAmount"
        value={credits}
        onChange={(event) => setCredits(event.target.value)}
      />
      <DecimalField
        label={`Worth of one credit, in minor units of ${currency}`}
        name="creditRate"
        help={help}
        value={rate}
        onChange={(event) => setRate(event.target.value)}
      />
      <p role="status" className="text-muted">
        {worth ? `Together worth ${worth}.` : "Enter both to see what they come to."}
      </p>
    </>
  );
}
