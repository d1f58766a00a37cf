// Money and quantities as people read and type them. Everything is computed on exact decimals: no amount is ever a floating point number.
import { minorUnitExponent } from "@/lib/domain/currency";
import { type Decimal, decimal, decimalText } from "@/lib/domain/decimal";

/** Decimal text as the API sends it, or a decimal. */
type Exact = string | Decimal;

/** "USD 0.008", "USD 1,234.50": an exact amount in major units, with at least the digits of its currency and never fewer than it has. */
export function money(amount: Exact, currency: string): string {
  return `${currency} ${amountText(amount, currency)}`;
}

/** The same from the minor unit: 8700 of USD is "USD 87.00", 8700 of JPY is "JPY 8,700". */
export function moneyOfCents(cents: number | bigint | Exact, currency: string): string {
  return money(decimal(cents).shiftedBy(-minorUnitExponent(currency)), currency);
}

/** An amount in major units without its currency: "1,234.50". */
export function amountText(amount: Exact, currency: string): string {
  const exact = decimal(amount);
  const places = Math.max(exact.decimalPlaces() ?? 0, minorUnitExponent(currency));
  return grouped(exact.toFixed(places));
}

/** "12,402.5": a quantity, or an amount whose currency is not known, with the digits it has. */
export function quantityText(quantity: Exact): string {
  return grouped(decimalText(decimal(quantity)));
}

/** The minor units of an amount typed in major units; null when the currency has no such small part. */
export function centsOfAmount(amount: Exact, currency: string): bigint | null {
  const cents = decimal(amount).shiftedBy(minorUnitExponent(currency));
  return cents.isInteger() ? BigInt(decimalText(cents)) : null;
}

/** What a field for such an amount holds: "87.00" for 8700 of USD, "0.0005" for 0.05. */
export function amountOfCents(cents: number | bigint | Exact, currency: string): string {
  return amountText(decimal(cents).shiftedBy(-minorUnitExponent(currency)), currency).replaceAll(",", "");
}

function grouped(text: string): string {
  const [whole = "", fraction] = text.split(".");
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}
