import { createHash } from "node:crypto";
import type { ErrorDetail } from "@/lib/domain/errors";
import type { ExactJson } from "@/lib/domain/exact-number";
import type { Idempotency } from "@/lib/store/idempotent-answers";
import type { EndpointFacts } from "./endpoint-facts";
import type { Exchange } from "./exchange";
import { FOUND_STATUS, FoundAnswer } from "./found-answer";

const VISIBLE_ASCII = /^[\x21-\x7e]{1,256}$/;

/** How the answer reads that is kept for a repeat. */
export type KeptAnswer<Result> = (result: Result) => ExactJson | FoundAnswer<ExactJson>;

export function faultOfIdempotencyKey(given: string | undefined): ErrorDetail[] {
  if (given === undefined || VISIBLE_ASCII.test(given)) return [];
  return [{ path: "idempotency-key", message: "idempotency-key must be 1 to 256 visible ASCII characters" }];
}

/** What the store needs to run a creating call once; null when the caller did not ask for it. */
export function idempotencyOf<Result>(
  endpoint: EndpointFacts,
  exchange: Exchange,
  answerOf: KeptAnswer<Result>,
): Idempotency<Result> | null {
  const key = exchange.facts.header("idempotency-key");
  if (!endpoint.idempotent || key === undefined) return null;
  return {
    method: exchange.facts.method,
    // With its ids, because rotating one key says nothing about rotating another; without the door's prefix, because both doors lead to one call.
    path: endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => exchange.pathParams[name] ?? ""),
    // Its digest: what callers put there is their own business, and some put a key.
    key: createHash("sha256").update(key).digest("base64url"),
    bodyDigest: createHash("sha256")
      .update(exchange.body?.bytes ?? "")
      .digest(),
    answerOf: (result) => {
      const answer = answerOf(result);
      if (answer instanceof FoundAnswer) return { status: FOUND_STATUS, body: answer.body };
      return { status: endpoint.answer.status, body: answer };
    },
  };
}
