// The API's own client against the servers of a test. It never waits: what it would have waited is recorded.
import { createMintkey, type Mintkey } from "@/lib/api-client/mintkey";
import type { Timing } from "@/lib/api-client/retry";
import type { MintkeyOptions } from "@/lib/api-client/settings";

export const clientOf = (server: { readonly url: string }, apiKey: string, options: MintkeyOptions = {}): Mintkey =>
  createMintkey({ apiKey, baseUrl: server.url, ...options });

export type RecordedWaits = { readonly waits: number[]; readonly timing: Timing };

/** `meanwhile` happens in place of each wait. The chance is always one half. */
export function recordWaits(meanwhile: () => unknown = () => undefined): RecordedWaits {
  const waits: number[] = [];
  const timing: Timing = {
    nowMs: () => Date.now(),
    random: () => 0.5,
    sleep: async (waitMs) => {
      waits.push(waitMs);
      await meanwhile();
    },
  };
  return { waits, timing };
}

/** What a call throws; a call that throws nothing fails the test. */
export async function failureOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    (answer) => {
      throw new Error(`Nothing was thrown, but answered: ${JSON.stringify(answer)}`);
    },
    (error: unknown) => error,
  );
}
