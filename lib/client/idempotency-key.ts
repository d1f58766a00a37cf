/** A new value for `Idempotency-Key`. Not `randomUUID`: browsers offer it on secure origins only, and a server at home may have none. */
export function newIdempotencyKey(): string {
  const random = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(random, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
