export type MediaType = "application/json" | "application/x-ndjson";

/** How the body of an endpoint comes. */
export type BodyForm = {
  readonly types: readonly MediaType[];
  /** As it is sent. */
  readonly bytesMax: number;
  /** After gunzip. Absent: a body must not be encoded. */
  readonly inflatedBytesMax?: number;
};

const MEBIBYTE = 1_048_576;

export const JSON_BODY: BodyForm = { types: ["application/json"], bytesMax: MEBIBYTE };

const INGEST_LIMITS = { bytesMax: 16 * MEBIBYTE, inflatedBytesMax: 64 * MEBIBYTE };

export const EVENT_BODY: BodyForm = { types: ["application/json"], ...INGEST_LIMITS };

export const EVENT_BATCH_BODY: BodyForm = { types: ["application/json", "application/x-ndjson"], ...INGEST_LIMITS };

export const typeMessageOf = ({ types }: BodyForm): string => `Content-Type must be ${types.join(" or ")}`;

export const sizeMessage = (bytesMax: number): string => `Request body is larger than ${bytesMax} bytes`;

// In UTF-8 or without a charset.
const TYPE = /^([a-z/-]+)(\s*;\s*charset="?utf-8"?)?\s*$/i;

/** Which of an endpoint's types a `Content-Type` names, or null. */
export function mediaTypeOf({ types }: BodyForm, contentType = ""): MediaType | null {
  const named = TYPE.exec(contentType)?.[1]?.toLowerCase();
  return types.find((type) => type === named) ?? null;
}
