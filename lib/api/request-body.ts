import { createGunzip } from "node:zlib";
import { DomainError, type ErrorDetail, validationError } from "@/lib/domain/errors";
import { HEADER_BYTES_MAX } from "@/lib/events/spooled-batch";
import type { Beat } from "./beats";
import type { BodyShare } from "./body-budget";
import { type BodyForm, JSON_BODY, type MediaType, mediaTypeOf, sizeMessage, typeMessageOf } from "./body-form";
import { parseExactJson } from "./exact-json";
import type { Exchange } from "./exchange";

const INFLATED_CHUNK_BYTES = 262_144;

/** Refuses a body that is of another type, encoded in another way or too large, and reads one that is not. */
export const receiveBody: Beat = (exchange) => {
  const { endpoint, facts } = exchange;
  if (!endpoint?.body) return;
  const form = endpoint.bodyForm ?? JSON_BODY;
  const type = mediaTypeOf(form, facts.header("content-type"));
  if (!type) throw new DomainError("UNSUPPORTED_MEDIA_TYPE", typeMessageOf(form));
  const isGzip = isGzipped(form, facts.header("content-encoding"));
  if (Number(facts.header("content-length") ?? 0) > form.bytesMax) throw tooLarge(form.bytesMax);
  return readBody(exchange, form, type, isGzip);
};

/** The JSON value of a body, or the fault that says why there is none. `exact`: long numbers come as they were written. */
export function parseJsonBody(bytes: Uint8Array, exact: boolean): { value: unknown } | { fault: ErrorDetail } {
  try {
    // Fatal: a replaced character would be stored as something nobody sent. A byte order mark is not JSON either.
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = exact ? parseExactJson(text) : JSON.parse(text);
    return { value };
  } catch {
    return { fault: INVALID_JSON };
  }
}

export const INVALID_JSON: ErrorDetail = { path: "", message: "Request body is not valid JSON" };

function isGzipped({ inflatedBytesMax }: BodyForm, encoding = "identity"): boolean {
  if (/^identity$/i.test(encoding)) return false;
  if (inflatedBytesMax !== undefined && /^gzip$/i.test(encoding)) return true;
  const message =
    inflatedBytesMax === undefined ? "Content-Encoding is not supported here" : "Content-Encoding must be gzip";
  throw new DomainError("UNSUPPORTED_MEDIA_TYPE", message);
}

async function readBody(exchange: Exchange, form: BodyForm, type: MediaType, isGzip: boolean): Promise<void> {
  const share = exchange.services.bodyBudget.open();
  try {
    const sent = await receive(exchange, form.bytesMax, share);
    const chunks = isGzip ? await inflate(sent, form.inflatedBytesMax ?? form.bytesMax, share) : sent;
    // Free bytes in front: a body that goes to the spool gets its header there, and is not copied again.
    const memory = Buffer.concat([HEADROOM, ...chunks]);
    exchange.body = {
      type,
      bytes: memory.subarray(HEADROOM.length),
      headroom: HEADROOM.length,
      release: () => share.release(),
    };
  } catch (error) {
    share.release();
    throw error;
  }
}

const HEADROOM = Buffer.alloc(HEADER_BYTES_MAX);

async function receive({ facts }: Exchange, bytesMax: number, share: BodyShare): Promise<Uint8Array[]> {
  try {
    return await collect(facts.chunks(), bytesMax, share);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    // The sender is gone, so nobody hears it; but it is no fault of ours either.
    throw validationError([{ path: "", message: "Request body ended too early" }]);
  }
}

async function collect(chunks: AsyncIterable<Uint8Array>, bytesMax: number, share: BodyShare): Promise<Uint8Array[]> {
  const collected: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.byteLength;
    if (length > bytesMax) throw tooLarge(bytesMax);
    const waiting = share.take(chunk.byteLength);
    if (waiting) await waiting;
    collected.push(chunk);
  }
  return collected;
}

/** Unpacks off this thread, and stops at the first byte too many. */
async function inflate(sent: readonly Uint8Array[], bytesMax: number, share: BodyShare): Promise<Uint8Array[]> {
  const packed = Buffer.concat(sent);
  const gunzip = createGunzip({ chunkSize: INFLATED_CHUNK_BYTES });
  gunzip.end(packed);
  try {
    const inflated = await collect(gunzip, bytesMax, share);
    // What follows the last member is not part of any.
    if (gunzip.bytesWritten === packed.length && packed.length > 0) return inflated;
  } catch (error) {
    if (error instanceof DomainError) throw error;
  } finally {
    gunzip.destroy();
  }
  throw validationError([{ path: "", message: "Request body is not valid gzip" }]);
}

const tooLarge = (bytesMax: number): DomainError => new DomainError("PAYLOAD_TOO_LARGE", sizeMessage(bytesMax));
