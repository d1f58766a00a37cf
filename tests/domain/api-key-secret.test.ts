import { crc32 } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  containsSecret,
  environmentOfSecret,
  formatSecret,
  hintOf,
  maskSecrets,
  prefixOf,
  SECRET_PATTERN,
  SECRET_RANDOM_BYTES,
} from "@/lib/domain/api-key-secret";
import { ENVIRONMENTS } from "@/lib/domain/environment";

const LIVE = "mk_live_0123456789abcdef0123456789abcdef01234567132f784b";
const TEST = "mk_test_0123456789abcdef0123456789abcdef0123456726b768ad";
const WRONG_CHECKSUM = "mk_live_a1b2c3d4e5f6a1b2c3d4e5f6a1b2c3d4e5f6a1b2c3d4e5f6";

const environments = fc.constantFrom(...ENVIRONMENTS);
const random = fc.uint8Array({ minLength: SECRET_RANDOM_BYTES, maxLength: SECRET_RANDOM_BYTES });
const minted = fc.tuple(environments, random).map(([environment, bytes]) => formatSecret(environment, bytes));

test("both published vectors are well formed, each in its own environment", () => {
  expect(environmentOfSecret(LIVE)).toBe("production");
  expect(environmentOfSecret(TEST)).toBe("sandbox");
});

test("the published vector with a wrong checksum is refused", () => {
  expect(environmentOfSecret(WRONG_CHECKSUM)).toBeNull();
});

test("the published vectors come from their random bytes", () => {
  const bytes = Uint8Array.from(Buffer.from("0123456789abcdef0123456789abcdef01234567", "hex"));
  expect(formatSecret("production", bytes)).toBe(LIVE);
  expect(formatSecret("sandbox", bytes)).toBe(TEST);
});

test("a minted secret has the form of its environment and zlib's checksum over all before it", () => {
  fc.assert(
    fc.property(environments, random, (environment, bytes) => {
      const secret = formatSecret(environment, bytes);
      const body = prefixOf(environment) + Buffer.from(bytes).toString("hex");
      expect(secret).toBe(body + crc32(body).toString(16).padStart(8, "0"));
      expect(secret).toMatch(/^mk_(live|test)_[0-9a-f]{48}$/);
      expect(environmentOfSecret(secret)).toBe(environment);
    }),
  );
});

for (const length of [SECRET_RANDOM_BYTES - 1, SECRET_RANDOM_BYTES, SECRET_RANDOM_BYTES + 1]) {
  test(`${length} random bytes ${length === SECRET_RANDOM_BYTES ? "make a secret" : "are refused"}`, () => {
    const format = () => formatSecret("production", new Uint8Array(length));
    if (length === SECRET_RANDOM_BYTES) expect(format()).toHaveLength(56);
    else expect(format).toThrow(RangeError);
  });
}

test("a secret with one changed character is refused, whatever the character", () => {
  const character = fc.oneof(
    fc.constantFrom(..."0123456789abcdefABCDEF_g /:"),
    fc.string({ minLength: 1, maxLength: 1 }),
  );
  fc.assert(
    fc.property(minted, fc.nat(55), character, (secret, at, changed) => {
      fc.pre(secret[at] !== changed);
      expect(environmentOfSecret(secret.slice(0, at) + changed + secret.slice(at + 1))).toBeNull();
    }),
    { numRuns: 2_000 },
  );
});

test("a secret with one character more or less is refused", () => {
  fc.assert(
    fc.property(minted, fc.nat(55), fc.constantFrom(..."0123456789abcdef \n"), (secret, at, added) => {
      expect(environmentOfSecret(secret.slice(0, at) + secret.slice(at + 1))).toBeNull();
      expect(environmentOfSecret(secret.slice(0, at) + added + secret.slice(at))).toBeNull();
      expect(environmentOfSecret(secret + added)).toBeNull();
    }),
  );
});

test("two neighbouring characters in the wrong order are refused", () => {
  fc.assert(
    fc.property(minted, fc.nat(54), (secret, at) => {
      fc.pre(secret[at] !== secret[at + 1]);
      expect(
        environmentOfSecret(`${secret.slice(0, at)}${secret[at + 1]}${secret[at]}${secret.slice(at + 2)}`),
      ).toBeNull();
    }),
  );
});

test("an upper-case secret is refused", () => {
  fc.assert(
    fc.property(minted, (secret) => {
      expect(environmentOfSecret(secret.toUpperCase())).toBeNull();
    }),
  );
});

test("any other text is refused", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(environmentOfSecret(text)).toBeNull();
    }),
    { examples: [[""], ["mk_live_"], ["Bearer"], [`mk_prod_${"0".repeat(48)}`]] },
  );
});

test("a hint shows the prefix, the first four and the last four digits", () => {
  expect(hintOf(LIVE)).toBe("mk_live_0123…784b");
  expect(hintOf(TEST)).toBe("mk_test_0123…68ad");
});

test("a hint is never taken for a secret", () => {
  fc.assert(
    fc.property(minted, (secret) => {
      expect(hintOf(secret)).toHaveLength(17);
      expect(containsSecret(hintOf(secret))).toBe(false);
    }),
  );
});

test("a secret inside a text is found, and every one of them is cut to its hint", () => {
  fc.assert(
    fc.property(minted, minted, (one, other) => {
      const text = `curl -H 'x-api-key: ${one}' --data ${other}`;
      expect(containsSecret(text)).toBe(true);
      expect(SECRET_PATTERN.exec(text)?.[0]).toBe(one);
      expect(maskSecrets(text)).toBe(`curl -H 'x-api-key: ${hintOf(one)}' --data ${hintOf(other)}`);
    }),
  );
});
