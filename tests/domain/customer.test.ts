import { expect, test } from "vitest";
import { COUNTRY_CODES, isCountryCode } from "@/lib/domain/customer";

test("the 249 assigned country codes are known, each once", () => {
  expect(COUNTRY_CODES).toHaveLength(249);
  expect(new Set(COUNTRY_CODES).size).toBe(249);
  expect(COUNTRY_CODES).toEqual([...COUNTRY_CODES].sort());
  expect(COUNTRY_CODES.every((code) => /^[A-Z]{2}$/.test(code) && isCountryCode(code))).toBe(true);
});

test("every known country code has a name in the browser's own tables", () => {
  const names = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
  expect(COUNTRY_CODES.filter((code) => names.of(code) === undefined)).toEqual([]);
});

test("codes that are reserved, withdrawn or written otherwise are not countries", () => {
  for (const text of ["", "de", "DEU", "D", "UK", "EU", "XK", "AN", "YU", "ZZ", "D E", "__proto__"]) {
    expect(isCountryCode(text)).toBe(false);
  }
});
