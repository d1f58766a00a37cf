import { createHash } from "node:crypto";
import { validationError } from "@/lib/domain/errors";
import { faultOfText } from "@/lib/domain/text";

/** Where a page ended: the values its order is made of. Opaque to callers, and bound to the filters it was made with. */
export type Position = readonly (string | number | null)[];

export function encodeCursor(position: Position, filters: unknown): string {
  return Buffer.from(JSON.stringify([fingerprintOf(filters), ...position])).toString("base64url");
}

/** The position in a cursor. Throws `VALIDATION_ERROR` when it is broken or from other filters. */
export function decodeCursor(cursor: string, filters: unknown, length: number): Position {
  const parsed = parse(Buffer.from(cursor, "base64url").toString("utf8"));
  if (!Array.isArray(parsed) || parsed.length !== length + 1 || parsed[0] !== fingerprintOf(filters))
    throw brokenCursor();
  return parsed.slice(1).map((value: unknown) => {
    if (value === null || typeof value === "string" || typeof value === "number") return value;
    throw brokenCursor();
  });
}

/** An instant at a place of a position. Only as we write it: Date reads years that no database holds. */
export function instantAt(position: Position, at: number): Date {
  const written = String(position[at]);
  const instant = new Date(written);
  if (!/^[0-9]{4}-/.test(written) || Number.isNaN(instant.getTime())) throw brokenCursor();
  return instant;
}

/** A counter's value at a place of a position. */
export function sequenceAt(position: Position, at: number): number {
  const sequence = position[at];
  if (typeof sequence !== "number" || !Number.isInteger(sequence) || Math.abs(sequence) > SEQUENCE_MAX)
    throw brokenCursor();
  return sequence;
}

/** A text at a place of a position. */
export function textAt(position: Position, at: number): string {
  const text = String(position[at]);
  if (faultOfText(text)) throw brokenCursor();
  return text;
}

/** An id at a place of a position. */
export function idAt(position: Position, at: number): string {
  const id = String(position[at]);
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw brokenCursor();
  return id;
}

/** What an integer column holds. */
const SEQUENCE_MAX = 2_147_483_647;

const brokenCursor = () => validationError([{ path: "cursor", message: "cursor is not a cursor of this list" }]);

const fingerprintOf = (filters: unknown): string =>
  createHash("sha256").update(JSON.stringify(filters)).digest("base64url").slice(0, 8);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
