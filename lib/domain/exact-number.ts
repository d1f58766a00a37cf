import { type Decimal, decimalText } from "./decimal";

// U+0000 is refused in every text that comes in, so no text of a caller can look like a marked number.
const MARK = "\u0000number:";
const MARKED_NUMBER = /"\\u0000number:(-?[0-9]+(?:\.[0-9]+)?)"/g;

/** A JSON number that a double might not hold: it is written digit by digit. */
export class ExactNumber {
  readonly text: string;

  constructor(value: Decimal | bigint) {
    this.text = typeof value === "bigint" ? value.toString() : decimalText(value);
  }

  toJSON(): string {
    return MARK + this.text;
  }
}

/** What an answer is made of. */
export type ExactJson =
  | null
  | boolean
  | number
  | string
  | ExactNumber
  | readonly ExactJson[]
  | { readonly [name: string]: ExactJson | undefined };

/** `JSON.stringify`, with exact numbers as numbers. */
export function exactJsonText(value: unknown): string {
  const text = JSON.stringify(value);
  return text.includes('"\\u0000number:') ? text.replace(MARKED_NUMBER, "$1") : text;
}
