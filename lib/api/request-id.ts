import { randomFillSync } from "node:crypto";
import { maskSecrets } from "@/lib/domain/api-key-secret";

/** What callers may choose as an id. */
export const REQUEST_ID_FORM = /^[A-Za-z0-9._:-]{1,64}$/;

const RANDOM_BYTES = 8;
const pool = Buffer.alloc(RANDOM_BYTES * 512);
let used = pool.length;

/** The caller's own id when it is safe to repeat in headers and logs, else a fresh `req_` + 16 hex. A key is never safe. */
export function requestIdOf(given: string | undefined): string {
  return given !== undefined && REQUEST_ID_FORM.test(given) && maskSecrets(given) === given ? given : freshRequestId();
}

function freshRequestId(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += RANDOM_BYTES;
  return `req_${pool.toString("hex", used - RANDOM_BYTES, used)}`;
}
