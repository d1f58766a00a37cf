import { crc32 as crc32OfZlib } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { crc32 } from "@/lib/domain/crc-32";

const ascii = fc.string({ unit: "binary-ascii", maxLength: 200 });

test("the checksum of any ASCII text is zlib's", () => {
  fc.assert(
    fc.property(ascii, (text) => {
      expect(crc32(text)).toBe(crc32OfZlib(text));
    }),
    { examples: [[""], ["123456789"], ["\u0000"]] },
  );
});

test("the published check value of CRC-32 comes out", () => {
  expect(crc32("123456789")).toBe(0xcbf43926);
});
