import fc from "fast-check";
import { expect, test } from "vitest";
import { bucketOf, clientAddressOf } from "@/lib/api/client-address";

const SOCKET = "198.51.100.1";
const address = fc.oneof(
  fc.ipV4(),
  fc.ipV6().filter((text) => !text.toLowerCase().includes(":ffff:")),
);

test("without trusted proxies the socket alone counts, whatever the header claims", () => {
  fc.assert(
    fc.property(fc.string(), (claimed) => {
      expect(clientAddressOf(SOCKET, claimed, 0)).toBe(SOCKET);
    }),
    { examples: [["203.0.113.7"]] },
  );
});

test("a socket's IPv4-mapped address is the IPv4 address", () => {
  expect(clientAddressOf("::ffff:203.0.113.7", undefined, 0)).toBe("203.0.113.7");
  expect(clientAddressOf(null, "203.0.113.7", 0)).toBeNull();
});

test("with n trusted proxies the n-th entry from the right counts, and nothing to its left", () => {
  const entries = fc.array(fc.ipV4(), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(entries, fc.string(), fc.integer({ min: 1, max: 7 }), (hops, forged, trusted) => {
      const expected = hops[hops.length - trusted] ?? null;
      expect(clientAddressOf(SOCKET, hops.join(", "), trusted)).toBe(expected);
      if (expected !== null) expect(clientAddressOf(SOCKET, `${forged},${hops.join(",")}`, trusted)).toBe(expected);
    }),
  );
});

test("with fewer entries than proxies the address is unknown", () => {
  expect(clientAddressOf(SOCKET, "203.0.113.7, 203.0.113.8", 3)).toBeNull();
  expect(clientAddressOf(SOCKET, "", 1)).toBeNull();
  expect(clientAddressOf(SOCKET, undefined, 1)).toBeNull();
});

test("an entry that is no address is unknown", () => {
  for (const entry of ["unknown", "_hidden", "203.0.113", "203.0.113.7:4711", "[2001:db8::1]", "0x7f.1"]) {
    expect(clientAddressOf(SOCKET, entry, 1)).toBeNull();
  }
});

test("an address is the same whichever way it came", () => {
  fc.assert(
    fc.property(address, (text) => {
      expect(clientAddressOf(text, undefined, 0)).toBe(clientAddressOf(SOCKET, ` ${text} `, 1));
    }),
  );
});

test("requests without an address share one bucket, and two networks never do", () => {
  expect(bucketOf(null)).toBe(bucketOf(null));
  expect(bucketOf("2001:db8:1:2::1")).toBe(bucketOf("2001:db8:1:2:ffff::"));
  expect(bucketOf("2001:db8:1:2::1")).not.toBe(bucketOf("2001:db8:1:3::1"));
  expect(bucketOf("203.0.113.7")).not.toBe(bucketOf("203.0.113.8"));
});

test("more addresses than are remembered change no answer", () => {
  for (let at = 0; at < 10_050; at++) {
    const text = `10.${at >> 16}.${(at >> 8) & 255}.${at & 255}`;
    expect(clientAddressOf(text, undefined, 0)).toBe(text);
  }
  expect(clientAddressOf("10.0.0.0", undefined, 0)).toBe("10.0.0.0");
});
