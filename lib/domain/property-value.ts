import { readTrillionths, type Trillionths } from "./trillionths";

/** A JSON number digit by digit as its sender wrote it. */
export class WrittenNumber {
  constructor(readonly text: string) {}
}

export const NUMBER_LENGTH_MAX = 64;
/** A meter reads no number of this many digits before the point. */
const WHOLE_DIGITS_MAX = 18;
// Every number that a double can hold stays in plain digits; only smaller fractions keep an exponent.
const PLAIN_ZEROS_MAX = 400;

const NUMBER = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;
const WHOLE_NUMBER = /^-?[1-9]\d*$/;
const NUMERIC_TEXT = /^-?[0-9]{1,18}(\.[0-9]+)?$/;

/** One property of a usage event. What meters ask of it is worked out once, when it is first asked for. */
export class PropertyValue {
  private canonical: string | undefined;
  private number: Trillionths | null | undefined;

  constructor(readonly written: string | boolean | WrittenNumber) {}

  get canonicalText(): string {
    this.canonical ??= canonicalText(this.written);
    return this.canonical;
  }

  /** The decimal as written, digits after the 12th place dropped; null where a meter reads no number. */
  get numeric(): Trillionths | null {
    if (this.number === undefined) this.number = numericOf(this.written, this.canonicalText);
    return this.number;
  }
}

/** The text by which values are compared: `1`, `1.0` and `"1"` are equal, and so are `true` and `"true"`. */
export function canonicalText(value: string | number | boolean | WrittenNumber): string {
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return String(value);
  return canonicalNumber(typeof value === "number" ? String(value) : value.text);
}

/** Whether it is a number at all in the sense of doubles; `1e400` is not. */
export const isFiniteNumber = ({ text }: WrittenNumber): boolean => Number.isFinite(Number(text));

function numericOf(written: string | boolean | WrittenNumber, canonical: string): Trillionths | null {
  if (typeof written === "boolean") return null;
  if (typeof written === "string") return NUMERIC_TEXT.test(written) ? readTrillionths(written) : null;
  if (canonical.includes("e")) return 0n;
  const whole = canonical.indexOf(".") < 0 ? canonical.length : canonical.indexOf(".");
  const digits = canonical.startsWith("-") ? whole - 1 : whole;
  return digits <= WHOLE_DIGITS_MAX ? readTrillionths(canonical) : null;
}

function canonicalNumber(text: string): string {
  if (WHOLE_NUMBER.test(text)) return text;
  const parts = NUMBER.exec(text);
  if (!parts) throw new RangeError(`Not a JSON number: ${text}`);
  const [, sign = "", whole = "", decimals = "", exponent = "0"] = parts;
  const unpadded = (whole + decimals).replace(/^0+/, "");
  const digits = unpadded.replace(/0+$/, "");
  if (digits === "") return "0";
  // Big integers: an exponent may have as many digits as the sender likes.
  const zeros = BigInt(exponent) - BigInt(decimals.length) + BigInt(unpadded.length - digits.length);
  const pointAt = BigInt(digits.length) + zeros;
  if (zeros > PLAIN_ZEROS_MAX || pointAt < -PLAIN_ZEROS_MAX) return `${sign}${digits}e${zeros}`;
  return sign + plainDigits(digits, Number(zeros), Number(pointAt));
}

function plainDigits(digits: string, zeros: number, pointAt: number): string {
  if (zeros >= 0) return digits + "0".repeat(zeros);
  if (pointAt <= 0) return `0.${"0".repeat(-pointAt)}${digits}`;
  return `${digits.slice(0, pointAt)}.${digits.slice(pointAt)}`;
}
