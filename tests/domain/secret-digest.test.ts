import { createHmac, hkdfSync } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { auditKeyOf, secretDigester } from "@/lib/auth/secret-digest";

const PEPPER = "a1".repeat(32);
const derived = (pepper: string, purpose: string) =>
  Buffer.from(hkdfSync("sha256", Buffer.from(pepper, "hex"), "", purpose, 32));
const pepper = fc.uint8Array({ minLength: 32, maxLength: 64 }).map((bytes) => Buffer.from(bytes).toString("hex"));

test("the digest of a text is Node's own HMAC-SHA256 of it, under a key derived from the pepper", () => {
  fc.assert(
    fc.property(pepper, fc.string({ unit: "binary-ascii", maxLength: 200 }), (pepperHex, text) => {
      const expected = createHmac("sha256", derived(pepperHex, "mintkey secret digest"))
        .update(text, "latin1")
        .digest();
      expect(secretDigester(pepperHex)(text)).toEqual(expected);
    }),
  );
});

test("one digester gives the same digest again, and never hands out one buffer twice", () => {
  const digest = secretDigester(PEPPER);
  const first = digest("one");
  expect(digest("other")).not.toEqual(first);
  expect(digest("one")).toEqual(first);
});

test("two peppers give different digests, and the audit chain has a key of its own", () => {
  expect(secretDigester("b2".repeat(32))("one")).not.toEqual(secretDigester(PEPPER)("one"));
  expect(auditKeyOf(PEPPER)).toEqual(derived(PEPPER, "mintkey audit chain"));
});
