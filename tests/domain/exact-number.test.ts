import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimal } from "@/lib/domain/decimal";
import { ExactNumber, exactJsonText } from "@/lib/domain/exact-number";

describe("exact numbers", () => {
  test("are written digit by digit, beyond what a double holds", () => {
    const answer = {
      quantity: new ExactNumber(decimal("12345678901234567.123456789012")),
      cents: new ExactNumber(-7n),
    };
    expect(exactJsonText({ data: [answer] })).toBe('{"data":[{"quantity":12345678901234567.123456789012,"cents":-7}]}');
  });

  test("never appear where a caller wrote text that looks like one", () => {
    const texts = ['"\\u0000number:5"', "\\u0000number:5", 'x"\\u0000number:5"', '\\"\\u0000number:5"'];
    for (const text of texts)
      expect(JSON.parse(exactJsonText({ text, n: new ExactNumber(1n) }))).toEqual({ text, n: 1 });
  });

  test("leave every other answer as JSON.stringify writes it", () => {
    const wellFormed = fc.string({ unit: "binary" }).filter((text) => !text.includes("\u0000"));
    fc.assert(
      fc.property(fc.dictionary(wellFormed, fc.oneof(wellFormed, fc.integer(), fc.boolean())), (value) => {
        expect(exactJsonText(value)).toBe(JSON.stringify(value));
      }),
    );
  });
});
