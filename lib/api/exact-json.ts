import { parse } from "lossless-json";
import { WrittenNumber } from "@/lib/domain/property-value";

// 16 digits may be more than a double holds, and exponents of three digits may leave its range. Whatever stands there in a
// text only costs the slower reading.
const LONG_NUMBER = /[\s:,[]-?(?:[0-9.]{16}|[0-9.]+[eE][+-]?[0-9]{3})/;
const LONG_LITERAL = /^-?(?:[0-9.]{16}|[0-9.]+[eE][+-]?[0-9]{3})/;

/**
 * The value of a JSON text without the loss of a digit: a number that a double holds as it is written is a number, every other
 * one a `WrittenNumber`. Accepts and refuses what `JSON.parse` does; of a name that comes twice the last counts.
 */
export function parseExactJson(text: string): unknown {
  // The engine's own reading takes a fifth of the time, and few bodies have such a number.
  const value: unknown = JSON.parse(text);
  if (!LONG_NUMBER.test(text)) return value;
  return parse(text, null, {
    parseNumber: (literal) => (LONG_LITERAL.test(literal) ? new WrittenNumber(literal) : Number(literal)),
    onDuplicateKey: ({ newValue }) => newValue,
  });
}
