"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";
import { useState } from "react";
import { apiKeysQueryKey, getApiKey } from "@/lib/client/api-keys";
import type { Environment } from "@/lib/domain/environment";

type WaitingLineProps = {
  environment: Environment;
  keyId: string;
  /** Only this secret counts: after a rotation the old one is still in use. */
  secretId: string;
};

const EACH_SECOND_FOR_MS = 120_000;

/** Proof that the secret arrived where it belongs: its first request. Asks for the key by its id, never by its secret. */
export function WaitingLine({ environment, keyId, secretId }: WaitingLineProps) {
  const [since] = useState(() => Date.now());
  const { data: use } = useQuery({
    queryKey: [...apiKeysQueryKey(environment), "first-request", secretId],
    queryFn: async ({ signal }) => {
      const key = await getApiKey(environment, keyId, signal);
      return key.secrets.find(({ id }) => id === secretId)?.lastUsed ?? null;
    },
    retry: false,
    // A hidden tab is not asked for: the timer stops there by itself.
    refetchInterval: (query) => {
      if (query.state.data) return false;
      return Date.now() - since < EACH_SECOND_FOR_MS ? 1_000 : 3_000;
    },
  });
  return (
    <p role="status" className={`flex items-start gap-2 ${use ? "text-success" : "text-muted"}`}>
      {use ? (
        <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0" />
      ) : (
        <span aria-hidden className="mx-1 mt-1.5 size-2 shrink-0 animate-wait rounded-full bg-info" />
      )}
      <span>
        {use
          ? `First request received from ${use.ip ?? "an unknown address"}: ${use.route} ${use.status}`
          : "Waiting for the first request…"}
      </span>
    </p>
  );
}
