// What customers of the sample data use. Computed, not stored: the same contract, meter and day always give the same.
import type { UsageQuestion } from "./billable-usage";
import { crc32 } from "./crc-32";
import { type Decimal, decimal, ZERO } from "./decimal";

const DAY_MS = 86_400_000;
const CALLS_A_DAY = [90, 240, 600, 1_500, 4_200, 9_000];
const GIGABYTES_A_DAY = [1, 3, 8, 20, 45, 120];
const USERS = [4, 9, 18, 35, 60, 140];
/** By day of the week, from Thursday on, the day from which days are counted: offices use less on weekends. */
const PERCENT_OF_WEEKDAY = [110, 95, 50, 45, 100, 110, 115];

/** The value of a meter on a sample contract, over the days of the period that have ended by `now`. */
export function sampleUsage({ contractId, meter, period }: UsageQuestion, now: Date): Decimal {
  const first = Math.ceil(period.start.getTime() / DAY_MS);
  const last = Math.floor(Math.min(period.end.getTime(), now.getTime()) / DAY_MS);
  if (first >= last) return ZERO;
  const seed = crc32(`${contractId} ${meter.aggregationType}`);
  const size = crc32(contractId) % CALLS_A_DAY.length;
  switch (meter.aggregationType) {
    case "COUNT":
      return decimal(sumOfDays(first, last, seed, CALLS_A_DAY[size] ?? 0));
    case "SUM":
      return decimal(sumOfDays(first, last, seed, GIGABYTES_A_DAY[size] ?? 0));
    default:
      return decimal((USERS[size] ?? 0) + (mixed(seed, first) % 4));
  }
}

/** Each day between 80 and 120 % of what is usual on such a day. */
function sumOfDays(first: number, last: number, seed: number, usual: number): number {
  let sum = 0;
  for (let day = first; day < last; day++) {
    const percent = 80 + (mixed(seed, day) % 41);
    sum += Math.floor((usual * percent * (PERCENT_OF_WEEKDAY[day % 7] ?? 100)) / 10_000);
  }
  return sum;
}

/** 16 bits that look like chance and are not: billing asks again for what it has billed. */
const mixed = (seed: number, day: number): number => Math.imul(seed ^ Math.imul(day, 0x9e3779b1), 0x85ebca6b) >>> 16;
