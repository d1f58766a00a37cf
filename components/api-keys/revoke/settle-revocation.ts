import { ApiError } from "@/lib/client/api-error";
import { type BulkRevocation, getApiKey, type RevokedApiKey, revokeApiKey, revokeApiKeys } from "@/lib/client/api-keys";
import type { RevokeApiKeyBody, RevokeApiKeysBody } from "@/lib/dashboard-api/schemas/api-keys";
import type { Environment } from "@/lib/domain/environment";

const ANSWER_WITHIN_MS = 15_000;
const CHECK_EVERY_MS = 1_500;
/** A call that was still on its way at the first look is done by the second. */
const LOOKS_NEEDED = 2;

type Settling = {
  environment: Environment;
  /** The answer got lost: from now on it is being found out. */
  onUncertain: () => void;
  signal: AbortSignal;
};

/** Revokes, and does not return before it is known whether the key is refused. Rejects when it still works. */
export async function settleRevocation(
  keyId: string,
  body: RevokeApiKeyBody,
  settling: Settling,
): Promise<RevokedApiKey> {
  const { environment, onUncertain, signal } = settling;
  let lost: unknown;
  try {
    return await answered(revokeApiKey(environment, keyId, body));
  } catch (error) {
    if (isRefusal(error)) throw error;
    lost = error;
  }
  onUncertain();
  for (let looks = 0; looks < LOOKS_NEEDED; ) {
    await pause(signal);
    const seen = await getApiKey(environment, keyId, signal).catch(nullUnlessRefused);
    // Once revoked, the same call changes nothing and returns the receipt of the first.
    const receipt = seen?.revokedAt
      ? await answered(revokeApiKey(environment, keyId, body)).catch(nullUnlessRefused)
      : null;
    if (receipt) return receipt;
    if (seen && !seen.revokedAt) looks += 1;
  }
  throw lost;
}

/** As above for several keys: the same call again ends what the lost one left over, and reports each key. */
export async function settleRevocations(body: RevokeApiKeysBody, settling: Settling): Promise<BulkRevocation> {
  const { environment, onUncertain, signal } = settling;
  for (;;) {
    const answer = await answered(revokeApiKeys(environment, body)).catch(nullUnlessRefused);
    if (answer) return answer;
    onUncertain();
    await pause(signal);
  }
}

/** An answer that says no: nothing was changed. Anything else leaves open what happened. */
const isRefusal = (error: unknown): boolean => error instanceof ApiError && error.status >= 400 && error.status < 500;

function nullUnlessRefused(error: unknown): null {
  if (isRefusal(error) || !(error instanceof ApiError)) throw error;
  return null;
}

async function answered<Answer>(call: Promise<Answer>): Promise<Answer> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new ApiError(0, "UNREACHABLE", "The server did not answer in time.")),
      ANSWER_WITHIN_MS,
    );
  });
  try {
    return await Promise.race([call, late]);
  } finally {
    clearTimeout(timer);
  }
}

function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) return stop();
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, CHECK_EVERY_MS);
    signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
    signal.addEventListener("abort", stop, { once: true });
  });
}
