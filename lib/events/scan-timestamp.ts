// RFC 3339 as bytes, in the form that programs write: capital T, at most nine digits of a fraction, Z or an offset.
const ZERO = 0x30;
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const DAYS_TO_1970 = 719_162;
const DAY_MS = 86_400_000;
const FRACTION_DIGITS_MAX = 9;
/** An offset can lead there from the last day of the year before, and no timestamp can be written of it. */
const YEAR_10000_MS = 253_402_300_800_000;

/** The instant in milliseconds since 1970, cut; NaN for every other text, also for some that are valid. */
export function scanTimestamp(bytes: Uint8Array, start: number, end: number): number {
  if (end - start < 20) return Number.NaN;
  const isPunctuated =
    bytes[start + 4] === 0x2d &&
    bytes[start + 7] === 0x2d &&
    bytes[start + 10] === 0x54 &&
    bytes[start + 13] === 0x3a &&
    bytes[start + 16] === 0x3a;
  if (!isPunctuated) return Number.NaN;
  const dayMs = scanDay(bytes, start);
  const hour = twoDigits(bytes, start + 11);
  const minute = twoDigits(bytes, start + 14);
  const second = twoDigits(bytes, start + 17);
  if (!(hour <= 23 && minute <= 59 && second <= 59)) return Number.NaN;
  const local = dayMs + ((hour * 60 + minute) * 60 + second) * 1000;
  let at = start + 19;
  let ms = 0;
  if (bytes[at] === 0x2e) {
    const first = ++at;
    for (let scale = 100; at < end && isDigit(bytes[at]); at++) {
      ms += ((bytes[at] ?? 0) - ZERO) * scale;
      scale = scale === 100 ? 10 : scale === 10 ? 1 : 0;
    }
    if (at === first || at - first > FRACTION_DIGITS_MAX) return Number.NaN;
  }
  const instantMs = local + ms - scanOffset(bytes, at, end);
  return instantMs < YEAR_10000_MS ? instantMs : Number.NaN;
}

/** Midnight of the day in milliseconds; NaN for a day that no calendar has, and before the year 1. */
function scanDay(bytes: Uint8Array, start: number): number {
  const year = twoDigits(bytes, start) * 100 + twoDigits(bytes, start + 2);
  const month = twoDigits(bytes, start + 5);
  const day = twoDigits(bytes, start + 8);
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1)) return Number.NaN;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const dayMax = month === 2 && isLeap ? 29 : (DAYS_OF_MONTH[month - 1] ?? 0);
  if (day > dayMax) return Number.NaN;
  const past = year - 1;
  const daysBeforeYear = past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
  const leapDay = isLeap && month > 2 ? 1 : 0;
  return (daysBeforeYear - DAYS_TO_1970 + (DAYS_BEFORE_MONTH[month - 1] ?? 0) + leapDay + day - 1) * DAY_MS;
}

/** What stands at the end, in milliseconds east of UTC; NaN when the text ends otherwise. */
function scanOffset(bytes: Uint8Array, at: number, end: number): number {
  const sign = bytes[at];
  if (sign === 0x5a) return at + 1 === end ? 0 : Number.NaN;
  if ((sign !== 0x2b && sign !== 0x2d) || at + 6 !== end || bytes[at + 3] !== 0x3a) return Number.NaN;
  const hours = twoDigits(bytes, at + 1);
  const minutes = twoDigits(bytes, at + 4);
  if (!(hours <= 23 && minutes <= 59)) return Number.NaN;
  const ms = (hours * 60 + minutes) * 60_000;
  return sign === 0x2b ? ms : -ms;
}

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= ZERO && byte <= 0x39;

/** A number of two digits; NaN where there are none. */
function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] ?? 0) - ZERO;
  const ones = (bytes[at + 1] ?? 0) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}
