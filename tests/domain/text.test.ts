import fc from "fast-check";
import { expect, test } from "vitest";
import { faultOfText, isBlank, lengthInCodePoints } from "@/lib/domain/text";

const character = fc
  .oneof(fc.integer({ min: 0, max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10ffff }))
  .map((point) => String.fromCodePoint(point));

test("a text is as long as it has code points", () => {
  fc.assert(
    fc.property(fc.array(character), (characters) => {
      expect(lengthInCodePoints(characters.join(""))).toBe(characters.length);
    }),
    { examples: [[["👩", "\u200d", "💻"]]] },
  );
});

test("every well-formed text without U+0000 is without fault", () => {
  fc.assert(
    fc.property(fc.array(character), (characters) => {
      const text = characters.join("");
      fc.pre(!text.includes("\u0000"));
      expect(faultOfText(text)).toBeNull();
    }),
  );
});

test("U+0000 and lone surrogates are faults wherever they stand", () => {
  const surrogate = fc.integer({ min: 0xd800, max: 0xdfff }).map((unit) => String.fromCharCode(unit));
  fc.assert(
    fc.property(fc.string(), surrogate, fc.string(), (before, lone, after) => {
      expect(faultOfText(`${before}\u0000${after}`)).toBe("must not contain U+0000");
      fc.pre(!`${before}${after}`.includes("\u0000"));
      expect(faultOfText(`${before}x${lone}x${after}`)).toBe("must not contain lone surrogates");
    }),
  );
});

test("white space alone is blank, and one visible character is not", () => {
  for (const text of ["", " ", "\t\n", "\u00a0", "\u3000"]) expect(isBlank(text)).toBe(true);
  for (const text of ["x", "  x", "\u200b"]) expect(isBlank(text)).toBe(false);
});
