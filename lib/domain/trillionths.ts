// A decimal of at most 12 places, as a whole number of 10^-12. Thousands of usage values are added up this way: adding two
// takes a fiftieth of the time that decimal objects take, and is as exact.
import { DECIMAL_PLACES_MAX, type Decimal, decimal, roundHalfUp } from "./decimal";

export type Trillionths = bigint;

export const ONE_IN_TRILLIONTHS: Trillionths = 10n ** BigInt(DECIMAL_PLACES_MAX);

export const fromTrillionths = (value: Trillionths): Decimal => decimal(value).shiftedBy(-DECIMAL_PLACES_MAX);

/** Half-up at the 12th place, where quantities and amounts end anyway. */
export const toTrillionths = (value: Decimal): Trillionths =>
  BigInt(roundHalfUp(value, DECIMAL_PLACES_MAX).shiftedBy(DECIMAL_PLACES_MAX).toFixed());

/** Of plain decimal text like `-12.5`, without exponent. Digits after the 12th place are dropped. */
export function readTrillionths(text: string): Trillionths {
  const pointAt = text.indexOf(".");
  if (pointAt < 0) return BigInt(text) * ONE_IN_TRILLIONTHS;
  const decimals = text.slice(pointAt + 1, pointAt + 1 + DECIMAL_PLACES_MAX).padEnd(DECIMAL_PLACES_MAX, "0");
  return BigInt(text.slice(0, pointAt) + decimals);
}
