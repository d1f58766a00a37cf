import { type Decimal, decimal, divideHalfUp, roundHalfUp } from "./decimal";

/** Digits after the decimal point in a currency's minor unit, where they are not 2. */
const OTHER_EXPONENTS: Readonly<Record<number, readonly string[]>> = {
  0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(" "),
  3: "BHD IQD JOD KWD LYD OMR TND".split(" "),
  4: "CLF UYW".split(" "),
};

/** ISO 4217 codes of the currencies that have a minor unit. Precious metals, units of account and test codes have none. */
export const CURRENCY_CODES: readonly string[] = (
  "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CUP CVE " +
  "CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW " +
  "KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR " +
  "PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU " +
  "UYW UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG"
).split(" ");

const exponents = new Map(CURRENCY_CODES.map((code) => [code, 2]));
for (const [exponent, codes] of Object.entries(OTHER_EXPONENTS))
  for (const code of codes) exponents.set(code, Number(exponent));

export const isCurrencyCode = (text: string): boolean => exponents.has(text);

/** How many digits after the decimal point the minor unit has: USD 2, JPY 0, KWD 3. */
export function minorUnitExponent(currency: string): number {
  const exponent = exponents.get(currency);
  if (exponent === undefined) throw new RangeError(`No minor unit is known for ${currency}`);
  return exponent;
}

/** A major-unit amount in the minor unit, half-up: 4.995 USD is 500, 4.995 JPY is 5. */
export function toMinorUnits(amount: Decimal, currency: string): bigint {
  return BigInt(roundHalfUp(amount.shiftedBy(minorUnitExponent(currency)), 0).toFixed());
}

/** A number of minor units in major units, exactly: 500 US cents are 5. */
export const fromMinorUnits = (cents: bigint, currency: string): Decimal =>
  decimal(cents).shiftedBy(-minorUnitExponent(currency));

/** A quotient of major units in the minor unit, rounded once however long it is. */
export function divideToMinorUnits(dividend: Decimal, divisor: Decimal, currency: string): bigint {
  return BigInt(divideHalfUp(dividend.shiftedBy(minorUnitExponent(currency)), divisor, 0).toFixed());
}
