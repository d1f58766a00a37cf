import type { RequestCheck } from "@/lib/domain/request-check";

type CheckWords = {
  /** What was checked. */
  readonly name: string;
  /** Why it failed. */
  readonly failed: string;
};

export const CHECK_WORDS: Record<RequestCheck, CheckWords> = {
  "rate-limit": { name: "Rate limit", failed: "Too many requests came from this address within a minute." },
  endpoint: { name: "Endpoint", failed: "No endpoint has this path, or not with this method." },
  header: {
    name: "Header",
    failed: "The request had no key, or it was not sent as Authorization: Bearer or x-api-key, or two keys differed.",
  },
  shape: { name: "Shape and checksum", failed: "The text is no key: a part of it is missing, added or mistyped." },
  environment: { name: "Environment", failed: "The key belongs to the other environment." },
  known: { name: "Known key", failed: "The key is well formed, but no key of this environment." },
  revoked: { name: "Not revoked", failed: "The key, or this secret of it, was revoked." },
  expired: { name: "Not expired", failed: "The key, or this secret of it, had come to its end." },
  address: { name: "Address", failed: "The IP rules of the key do not allow this address." },
  scope: { name: "Scope", failed: "The key does not have the scope that the endpoint asks for." },
  input: { name: "Input", failed: "The parameters or the body were not valid." },
};
