// Exact decimals for money and quantities. Sums, differences and products are exact; a quotient is rounded where it is asked for.
import { BigNumber } from "bignumber.js";

/** An exact decimal of any size. Immutable. */
export type Decimal = BigNumber;

/** Digits after the decimal point that quantities, unit amounts and exact amounts keep. */
export const DECIMAL_PLACES_MAX = 12;

// A constructor of our own: whoever configures the package's shared one changes nothing here.
const ExactDecimal = BigNumber.clone({
  DECIMAL_PLACES: DECIMAL_PLACES_MAX,
  ROUNDING_MODE: BigNumber.ROUND_HALF_UP,
  EXPONENTIAL_AT: 1e9,
});

/** From decimal text like `-12.5`, a whole number, or another decimal. Anything else is a fault of the caller's code. */
export function decimal(value: string | number | bigint | Decimal): Decimal {
  const made = new ExactDecimal(typeof value === "bigint" ? value.toString() : value);
  if (!made.isFinite()) throw new RangeError(`Not a decimal: ${String(value)}`);
  return made;
}

export const ZERO: Decimal = decimal(0);

/** Half-up: a tie moves away from zero, 0.5 to 1 and -0.5 to -1. */
export function roundHalfUp(value: Decimal, places: number): Decimal {
  return value.decimalPlaces(places, BigNumber.ROUND_HALF_UP);
}

/** Rounded once, half-up, however long the quotient is. */
export function divideHalfUp(dividend: Decimal, divisor: Decimal, places: number): Decimal {
  return decimal(new (roundingTo(places))(dividend).dividedBy(divisor));
}

// The package divides to the places of a constructor, and making one takes eighty times as long as a division.
const roundingConstructors = new Map<number, typeof BigNumber>();

function roundingTo(places: number): typeof BigNumber {
  const known = roundingConstructors.get(places);
  if (known) return known;
  const made = BigNumber.clone({ DECIMAL_PLACES: places, ROUNDING_MODE: BigNumber.ROUND_HALF_UP });
  roundingConstructors.set(places, made);
  return made;
}

/** Without exponent and trailing zeros: `0.1`, `-12`, `1000`. */
export const decimalText = (value: Decimal): string => value.toFixed();
