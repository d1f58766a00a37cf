"use client";

import { type ReactNode, useRef, useState } from "react";
import { useStepUp } from "@/components/api-keys/step-up/use-step-up";
import { ApiError } from "@/lib/client/api-error";
import { newIdempotencyKey } from "@/lib/client/idempotency-key";
import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import type { Environment } from "@/lib/domain/environment";

type Minted = ApiKeyJson & { secret: string };
type Send = (idempotencyKey: string) => Promise<Minted>;

/** A new secret and whose it is. Lives in the state of one component and nowhere else. */
export type Revealed = { secret: string; secretId: string; hint: string; key: ApiKeyJson };

export type Minting = {
  /**
   * Makes one secret and reveals it. While the outcome of an attempt is unknown, asking again for the same thing repeats that very
   * request, so that neither a second click nor a lost answer makes a second secret.
   */
  mint: (sameness: string, send: Send) => Promise<void>;
  revealed: Revealed | null;
  /** A key whose new secret was made, but never arrived. */
  lostKeyId: string | null;
  forget: () => void;
  /** Render it once, outside of any form. */
  stepUpDialog: ReactNode;
};

/** No query and no mutation: their caches keep what they were answered, long after the dialog is gone. */
export function useMinting(environment: Environment): Minting {
  const stepUp = useStepUp(environment);
  const [revealed, setRevealed] = useState<Revealed | null>(null);
  const [lostKeyId, setLostKeyId] = useState<string | null>(null);
  const attempt = useRef<{ sameness: string; send: Send; idempotencyKey: string } | null>(null);

  const mint: Minting["mint"] = async (sameness, send) => {
    if (attempt.current?.sameness !== sameness)
      attempt.current = { sameness, send, idempotencyKey: newIdempotencyKey() };
    const { send: sendFirst, idempotencyKey } = attempt.current;
    try {
      const minted = await stepUp.run(() => sendUntilAnswered(() => sendFirst(idempotencyKey)));
      attempt.current = null;
      if (!minted) return;
      setLostKeyId(null);
      setRevealed(revealedOf(minted));
    } catch (error) {
      const lost = lostKeyIn(error);
      if (lost || !isOutcomeUnknown(error)) attempt.current = null;
      if (!lost) throw error;
      setLostKeyId(lost);
    }
  };
  const forget = () => {
    setRevealed(null);
    setLostKeyId(null);
  };
  return { mint, revealed, lostKeyId, forget, stepUpDialog: stepUp.dialog };
}

/** Repeats once when no answer could be read: the repeat tells whether the first one was heard. */
async function sendUntilAnswered(send: () => Promise<Minted>): Promise<Minted> {
  try {
    return await send();
  } catch (error) {
    if (!isOutcomeUnknown(error)) throw error;
    return send();
  }
}

function isOutcomeUnknown(error: unknown): boolean {
  return error instanceof ApiError && (error.status < 400 || error.status >= 500);
}

/** The key that an earlier, unheard answer belonged to. */
function lostKeyIn(error: unknown): string | null {
  if (!(error instanceof ApiError) || error.status !== 409) return null;
  if (!error.message.startsWith("This request already created a secret")) return null;
  return error.detailAt("keyId") ?? null;
}

function revealedOf({ secret, ...key }: Minted): Revealed {
  const newest = key.secrets[0];
  return { secret, key, secretId: newest?.id ?? "", hint: newest?.hint ?? key.hint };
}
