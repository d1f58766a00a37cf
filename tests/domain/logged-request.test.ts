import fc from "fast-check";
import { expect, test } from "vitest";
import { formatSecret, hintOf } from "@/lib/domain/api-key-secret";
import { keptMessageOf } from "@/lib/domain/logged-request";

const secret = formatSecret("sandbox", new Uint8Array(20).fill(9));

test("a key that a message repeats is kept as its hint", () => {
  expect(keptMessageOf(`${secret} is not a known parameter`)).toBe(`${hintOf(secret)} is not a known parameter`);
});

test("wherever a key or its random part stands, no 40 hex digits of it are kept, and at most 300 characters", () => {
  const part = secret.slice(8);
  fc.assert(
    fc.property(fc.string({ maxLength: 320 }), fc.constantFrom(secret, part), (before, given) => {
      const kept = keptMessageOf(`${before} ${given} is wrong`);
      expect(kept).not.toMatch(/[0-9a-f]{40}/i);
      expect(kept.length).toBeLessThanOrEqual(300);
    }),
  );
});

test("any other message is kept as it is", () => {
  const message = "API key does not have the required permission: customers:read";
  expect(keptMessageOf(message)).toBe(message);
});
