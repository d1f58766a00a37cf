import { describe, expect, test } from "vitest";
import {
  CURRENCY_CODES,
  divideToMinorUnits,
  fromMinorUnits,
  isCurrencyCode,
  minorUnitExponent,
  toMinorUnits,
} from "@/lib/domain/currency";
import { decimal, decimalText } from "@/lib/domain/decimal";

describe("currencies", () => {
  test("without a minor unit are unknown", () => {
    for (const code of ["XAU", "XAG", "XTS", "XDR", "usd", "US", "ABC", ""]) expect(isCurrencyCode(code)).toBe(false);
    for (const code of ["USD", "EUR", "JPY", "KWD", "CLF"]) expect(isCurrencyCode(code)).toBe(true);
  });

  test("have 2 digits unless their minor unit says otherwise", () => {
    const others = CURRENCY_CODES.filter((code) => minorUnitExponent(code) !== 2);
    expect(others.sort().join(" ")).toBe(
      "BHD BIF CLF CLP DJF GNF IQD ISK JOD JPY KMF KRW KWD LYD OMR PYG RWF TND UGX UYI UYW VND VUV XAF XOF XPF",
    );
    expect(() => minorUnitExponent("XAU")).toThrow("XAU");
  });

  test("round an amount once to their minor unit, half-up", () => {
    expect(["USD", "JPY", "KWD"].map((code) => toMinorUnits(decimal("4.995"), code))).toEqual([500n, 5n, 4995n]);
    expect(["0.005", "0.0049", "-0.005"].map((text) => toMinorUnits(decimal(text), "USD"))).toEqual([1n, 0n, -1n]);
  });

  test("round a quotient without end once, from its exact value", () => {
    const cents = (dividend: string, divisor: string, currency: string) =>
      divideToMinorUnits(decimal(dividend), decimal(divisor), currency);
    expect([
      cents("1", "3", "USD"),
      cents("2", "3", "USD"),
      cents("1", "200", "USD"),
      cents("-1", "200", "USD"),
    ]).toEqual([33n, 67n, 1n, -1n]);
    expect([cents("1", "2", "JPY"), cents("1", "3", "KWD"), cents("0.01499999999999999", "3", "USD")]).toEqual([
      1n,
      333n,
      0n,
    ]);
  });
});

test("minor units become major ones without rounding", () => {
  const text = (cents: bigint, currency: string) => decimalText(fromMinorUnits(cents, currency));
  expect([text(-5n, "USD"), text(5n, "JPY"), text(1_234n, "KWD"), text(1n, "CLF")]).toEqual([
    "-0.05",
    "5",
    "1.234",
    "0.0001",
  ]);
});
