import type { InstantRange } from "@/lib/domain/billable-usage";
import { validationError } from "@/lib/domain/errors";
import { faultOfRange } from "@/lib/domain/usage-query";

/** As long as the request log is kept. */
const RANGE_DAYS_MAX = 90;
const DAY_MS = 86_400_000;

export const lastDays = (days: number, now: Date): InstantRange => ({
  start: new Date(now.getTime() - days * DAY_MS),
  end: now,
});

/** The asked range of the request log. Throws `VALIDATION_ERROR`. */
export function logRangeOf(
  { start, end }: { start?: Date | undefined; end?: Date | undefined },
  daysByDefault: number,
  now: Date,
): InstantRange {
  const until = end ?? now;
  const range = { start: start ?? lastDays(daysByDefault, until).start, end: until };
  const fault = faultOfRange(range, RANGE_DAYS_MAX, "start");
  if (fault) throw validationError([{ path: "end", message: `end ${fault}` }]);
  return range;
}
