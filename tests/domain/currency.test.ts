import { describe, expect, test } from "vitest";
import { CURRENCY_CODES, isCurrencyCode, minorUnitExponent, toMinorUnits } from "@/lib/domain/currency";
import { decimal } from "@/lib/domain/decimal";

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
});
