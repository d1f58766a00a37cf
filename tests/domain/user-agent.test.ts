import fc from "fast-check";
import { expect, test } from "vitest";
import { formatSecret, hintOf } from "@/lib/domain/api-key-secret";
import { userAgentOf } from "@/lib/domain/user-agent";

const secret = formatSecret("production", new Uint8Array(20).fill(7));

test("a client that says nothing of itself is nobody", () => {
  expect(userAgentOf(null)).toBeNull();
  expect(userAgentOf(undefined)).toBeNull();
});

test("a key in a user agent is kept as its hint", () => {
  expect(userAgentOf(`worker/1.0 (${secret})`)).toBe(`worker/1.0 (${hintOf(secret)})`);
});

test("wherever a key stands, the text is at most 200 characters and holds no more of the key than its hint does", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 260 }), fc.string({ maxLength: 40 }), (before, after) => {
      const kept = userAgentOf(`${before} ${secret} ${after}`) ?? "";
      expect(kept.length).toBeLessThanOrEqual(200);
      expect(kept).not.toContain(secret.slice(0, 20));
    }),
  );
});
