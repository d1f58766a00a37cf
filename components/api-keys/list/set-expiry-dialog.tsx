"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useEnvironment } from "@/components/shell/environment-provider";
import { Button } from "@/components/ui/button";
import { ModalDialog } from "@/components/ui/dialog";
import { apiKeysQueryKey } from "@/lib/client/api-keys";
import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import { count } from "@/lib/format";
import { faultOfChoice } from "../form/expiry";
import { ExpiryField } from "../form/expiry-field";
import { DEFAULT_EXPIRY } from "../form/key-settings";
import { keysOf } from "../key-facts/words";
import { useStepUp } from "../step-up/use-step-up";
import { ExpiryResults } from "./expiry-results";
import { useExpiryChanges } from "./use-expiry-changes";

/** Gives the selected keys one new end, one key after the other, with a line about each. */
export function SetExpiryDialog({ keys: selected, onClose }: { keys: readonly ApiKeyJson[]; onClose: () => void }) {
  const environment = useEnvironment();
  const queryClient = useQueryClient();
  const stepUp = useStepUp(environment);
  const [keys] = useState(() => selected.filter(({ status }) => status !== "revoked"));
  const [choice, setChoice] = useState(DEFAULT_EXPIRY);
  const { results, running, start } = useExpiryChanges(environment, stepUp.run);
  useEffect(
    () => () => void queryClient.invalidateQueries({ queryKey: apiKeysQueryKey(environment) }),
    [queryClient, environment],
  );
  const started = results.size > 0;
  const finished = started && !running;
  return (
    <>
      <ModalDialog
        open
        size="md"
        title={`Set expiry of ${count(keys.length, "key")}`}
        description="Each key is changed on its own and keeps everything else."
        onClose={() => (running ? undefined : onClose())}
        footer={
          <>
            {finished ? null : (
              <Button onClick={onClose} busy={running}>
                Cancel
              </Button>
            )}
            {finished ? (
              <Button variant="primary" onClick={onClose}>
                Done
              </Button>
            ) : (
              <Button
                variant="primary"
                busy={running}
                busyLabel="Setting…"
                disabledBecause={faultOfChoice(choice, new Date())}
                onClick={() => void start(keys, choice)}
              >
                Set expiry of {keysOf(environment, keys.length)}
              </Button>
            )}
          </>
        }
      >
        {started ? null : <ExpiryField choice={choice} onChange={setChoice} />}
        <ExpiryResults keys={keys} results={results} />
      </ModalDialog>
      {stepUp.dialog}
    </>
  );
}
