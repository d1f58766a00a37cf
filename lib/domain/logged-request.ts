import { maskSecrets } from "./api-key-secret";
import type { RequestCheck } from "./request-check";

/** What a request is kept as: who asked for what, and what it was answered. No body, no header, no value of its query. */
export type LoggedRequest = {
  /** Null when nobody can say whose request it was. */
  readonly caller: { readonly organizationId: string; readonly keyId: string; readonly secretId: string } | null;
  /** Of a well-formed key of the other environment, which is refused without a lookup. */
  readonly foreignHint: string | null;
  readonly atMs: number;
  readonly requestId: string;
  readonly method: string;
  /** As declared, with names in place of ids; empty when no endpoint has this path. */
  readonly route: string;
  readonly scope: string;
  readonly status: number;
  readonly errorCode: string;
  readonly errorMessage: string;
  readonly failedCheck: RequestCheck | null;
  readonly durationUs: number;
  readonly address: string | null;
  readonly userAgent: string | null;
  /** Usage events that it brought. */
  readonly events: number;
};

const MESSAGE_MAX = 300;
/** Long enough to hold the random part of a key, and no word of a message. */
const LONG_HEX = /[0-9a-f]{40,}/gi;

/** What is kept of an error's message, which may repeat a name that the caller sent. */
export const keptMessageOf = (message: string): string =>
  maskSecrets(message).replace(LONG_HEX, "…").slice(0, MESSAGE_MAX);
