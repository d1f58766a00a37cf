import fc from "fast-check";
import { expect, test } from "vitest";
import {
  calendarDay,
  clockTime,
  clockTimeMs,
  count,
  dayAndTime,
  duration,
  environmentName,
  exactTime,
  exactTimeMs,
  formatNumber,
  milliseconds,
  relativeTime,
  relativeTimeToSecond,
  utcTime,
} from "@/lib/format";

const NOW = new Date("2026-11-22T11:03:04.123Z");
const BERLIN = { timeZone: "Europe/Berlin" };
const UTC = { timeZone: "UTC" };
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const at = (ms: number) => new Date(NOW.getTime() + ms);

for (const [agoMs, words] of [
  [0, "just now"],
  [MINUTE - 1, "just now"],
  [MINUTE, "1 minute ago"],
  [2 * MINUTE - 1, "1 minute ago"],
  [HOUR - 1, "59 minutes ago"],
  [HOUR, "1 hour ago"],
  [DAY - 1, "23 hours ago"],
  [DAY, "1 day ago"],
  [99 * DAY, "99 days ago"],
  [100 * DAY, "3 months ago"],
  [1_000 * DAY, "2 years ago"],
] as const) {
  test(`${agoMs} ms ago reads "${words}"`, () => {
    expect(relativeTime(at(-agoMs), NOW)).toBe(words);
  });
}

for (const [aheadMs, words] of [
  [1, "in less than a minute"],
  [MINUTE - 1, "in less than a minute"],
  [MINUTE, "in 1 minute"],
  [89 * SECOND, "in 1 minute"],
  [90 * SECOND, "in 2 minutes"],
  [59.5 * MINUTE, "in 1 hour"],
  [12 * DAY, "in 12 days"],
] as const) {
  test(`${aheadMs} ms ahead reads "${words}"`, () => {
    expect(relativeTime(at(aheadMs), NOW)).toBe(words);
  });
}

for (const [agoMs, words] of [
  [999, "just now"],
  [1_000, "1 second ago"],
  [1_999, "1 second ago"],
  [59_999, "59 seconds ago"],
  [60_000, "1 minute ago"],
] as const) {
  test(`where seconds matter, ${agoMs} ms ago reads "${words}"`, () => {
    expect(relativeTimeToSecond(at(-agoMs), NOW)).toBe(words);
  });
}

test("an instant reads the same as a date and as a text", () => {
  fc.assert(
    fc.property(fc.integer({ min: -400 * DAY, max: 400 * DAY }), (ms) => {
      expect(relativeTime(at(ms).toISOString(), NOW)).toBe(relativeTime(at(ms), NOW));
      expect(exactTimeMs(at(ms).toISOString(), BERLIN)).toBe(exactTimeMs(at(ms), BERLIN));
    }),
  );
});

test("a number has commas, and its noun a plural unless it is one", () => {
  expect(formatNumber(12_402)).toBe("12,402");
  expect([0, 1, 2, 1_204].map((amount) => count(amount, "key"))).toEqual(["0 keys", "1 key", "2 keys", "1,204 keys"]);
  expect(count(2, "address", "addresses")).toBe("2 addresses");
});

for (const [spanMs, words] of [
  [-1, "0 s"],
  [999, "0 s"],
  [40 * SECOND, "40 s"],
  [MINUTE - 1, "59 s"],
  [MINUTE, "1 min"],
  [HOUR - 1, "59 min"],
  [HOUR, "1 h"],
  [23 * HOUR + 58 * MINUTE, "23 h 58 min"],
  [DAY, "1 d"],
  [6 * DAY + 2 * HOUR, "6 d 2 h"],
] as const) {
  test(`a span of ${spanMs} ms reads "${words}"`, () => {
    expect(duration(spanMs)).toBe(words);
  });
}

test("an instant is written in the reader's zone, with its offset", () => {
  expect(exactTime(NOW, BERLIN)).toBe("22 Nov 2026, 12:03:04 UTC+1");
  expect(exactTime("2026-07-01T00:00:00Z", BERLIN)).toBe("1 Jul 2026, 02:00:00 UTC+2");
  expect(exactTime(NOW, UTC)).toMatch(/^22 Nov 2026, 11:03:04 UTC(\+0)?$/);
  expect(exactTimeMs(NOW, BERLIN)).toBe("22 Nov 2026, 12:03:04.123 UTC+1");
  expect(clockTimeMs(NOW, BERLIN)).toBe("12:03:04.123");
  expect(clockTime(NOW, BERLIN)).toBe("12:03");
  expect(dayAndTime(NOW, BERLIN)).toBe("Sun 22 Nov, 12:03");
  expect(calendarDay("2026-12-31T23:30:00Z", BERLIN)).toBe("1 Jan 2027");
});

test("midnight is 00:00, never 24:00", () => {
  expect(clockTimeMs("2026-11-22T00:00:00.000Z", UTC)).toBe("00:00:00.000");
});

test("an instant for records is in UTC to the millisecond", () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }),
      (instant) => {
        const [day, time, zone] = utcTime(instant).split(" ");
        expect([`${day}T${time}Z`, zone]).toEqual([instant.toISOString(), "UTC"]);
      },
    ),
  );
});

test("an environment has its name", () => {
  expect([environmentName("production"), environmentName("sandbox")]).toEqual(["Production", "Sandbox"]);
});

test("a duration in milliseconds keeps about two digits", () => {
  expect([0, 0.412, 0.999, 1, 3.24, 9.94, 10, 47.6, 1204.3].map(milliseconds)).toEqual([
    "0.00 ms",
    "0.41 ms",
    "1.00 ms",
    "1.0 ms",
    "3.2 ms",
    "9.9 ms",
    "10 ms",
    "48 ms",
    "1,204 ms",
  ]);
});
