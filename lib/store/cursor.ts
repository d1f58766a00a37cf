import { createHash } from "node:crypto";
import { validationError } from "@/lib/domain/errors";

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

/** An instant at a place of a position. */
export function instantAt(position: Position, at: number): Date {
  const instant = new Date(String(position[at]));
  if (Number.isNaN(instant.getTime())) throw brokenCursor();
  return instant;
}

/** An id at a place of a position. */
export function idAt(position: Position, at: number): string {
  const id = String(position[at]);
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw brokenCursor();
  return id;
}

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
