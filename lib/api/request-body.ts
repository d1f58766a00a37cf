import { DomainError, type ErrorDetail } from "@/lib/domain/errors";
import type { Beat } from "./beats";
import { parseExactJson } from "./exact-json";
import type { Exchange } from "./exchange";

export const BODY_BYTES_MAX = 1_048_576;

/** `application/json`, in UTF-8 or without a charset. */
const JSON_TYPE = /^application\/json(\s*;\s*charset="?utf-8"?)?\s*$/i;

/** Refuses a body that is of another type, encoded or too large, and reads one that is not. */
export const receiveBody: Beat = (exchange) => {
  const { endpoint, facts } = exchange;
  if (!endpoint?.body) return;
  if (!JSON_TYPE.test(facts.header("content-type") ?? "")) {
    throw new DomainError("UNSUPPORTED_MEDIA_TYPE", "Content-Type must be application/json");
  }
  const encoding = facts.header("content-encoding");
  if (encoding !== undefined && encoding !== "identity") {
    throw new DomainError("UNSUPPORTED_MEDIA_TYPE", "Content-Encoding is not supported here");
  }
  if (Number(facts.header("content-length") ?? 0) > BODY_BYTES_MAX) throw tooLarge();
  return readBody(exchange);
};

/** The JSON value of a body, or the fault that says why there is none. `exact`: long numbers come as they were written. */
export function parseJsonBody(bytes: Uint8Array, exact: boolean): { value: unknown } | { fault: ErrorDetail } {
  try {
    // Fatal: a replaced character would be stored as something nobody sent. A byte order mark is not JSON either.
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = exact ? parseExactJson(text) : JSON.parse(text);
    return { value };
  } catch {
    return { fault: { path: "", message: "Request body is not valid JSON" } };
  }
}

async function readBody(exchange: Exchange): Promise<void> {
  const reader = exchange.facts.request.body?.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.byteLength;
    if (length > BODY_BYTES_MAX) {
      await reader.cancel();
      throw tooLarge();
    }
    chunks.push(value);
  }
  exchange.body = Buffer.concat(chunks);
}

const tooLarge = (): DomainError =>
  new DomainError("PAYLOAD_TOO_LARGE", `Request body is larger than ${BODY_BYTES_MAX} bytes`);
