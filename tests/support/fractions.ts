// Exact arithmetic written a second time, with nothing but big integers, to check the product's own against.

export type Fraction = { readonly top: bigint; readonly bottom: bigint };

/** Of decimal text like `-12.5`. */
export function fraction(text: string): Fraction {
  const [, sign = "", whole = "0", decimals = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  return { top: BigInt(sign + whole + decimals), bottom: 10n ** BigInt(decimals.length) };
}

export const NOTHING = fraction("0");

export const plus = (one: Fraction, other: Fraction): Fraction => ({
  top: one.top * other.bottom + other.top * one.bottom,
  bottom: one.bottom * other.bottom,
});

export const minus = (one: Fraction, other: Fraction): Fraction => plus(one, { ...other, top: -other.top });

export const times = (one: Fraction, other: Fraction): Fraction => ({
  top: one.top * other.top,
  bottom: one.bottom * other.bottom,
});

export const over = (one: Fraction, other: Fraction): Fraction =>
  other.top < 0n
    ? { top: -one.top * other.bottom, bottom: one.bottom * -other.top }
    : { top: one.top * other.bottom, bottom: one.bottom * other.top };

export const isLess = (one: Fraction, other: Fraction): boolean => minus(one, other).top < 0n;

/** The whole number at or above. */
export const ceiling = ({ top, bottom }: Fraction): Fraction => {
  const quotient = top / bottom;
  return { top: quotient * bottom < top ? quotient + 1n : quotient, bottom: 1n };
};

/** In units of the given decimal place; a tie moves away from zero. */
export function halfUp({ top, bottom }: Fraction, places: number): bigint {
  const shifted = (top < 0n ? -top : top) * 10n ** BigInt(places);
  const rounded = (2n * shifted + bottom) / (2n * bottom);
  return top < 0n ? -rounded : rounded;
}
