// Calendar days in UTC, as text. Every count of days and every step along the calendar is here.

/** A UTC day as `YYYY-MM-DD`, from year 0000 to 9999. Compares as text. */
export type Day = string;

/** First day included, last day excluded. */
export type DayRange = { readonly start: Day; readonly end: Day };

const DAY_MS = 86_400_000;

/** The UTC day that holds this instant. */
export function dayOf(instant: Date): Day {
  const text = instant.toISOString();
  // Outside four-digit years the text has a sign and no longer compares.
  if (text.length !== "0000-00-00T00:00:00.000Z".length) throw new RangeError(`No day is known for ${text}`);
  return text.slice(0, "0000-00-00".length);
}

/** The day's first instant. */
export const startOfDay = (day: Day): Date => new Date(`${day}T00:00:00.000Z`);

export const addDays = (day: Day, days: number): Day => dayOf(new Date(startOfDay(day).getTime() + days * DAY_MS));

/** The same day of a later month; a day that the month lacks becomes its last day. */
export function addMonths(day: Day, months: number): Day {
  const monthsSinceZero = monthsSinceYearZero(day) + months;
  const year = Math.floor(monthsSinceZero / 12);
  const month = monthsSinceZero - year * 12;
  const last = new Date(0);
  last.setUTCFullYear(year, month + 1, 0);
  last.setUTCDate(Math.min(Number(day.slice(8, 10)), last.getUTCDate()));
  return dayOf(last);
}

/** Days from the first to the second; negative when that is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  (startOfDay(to).getTime() - startOfDay(from).getTime()) / DAY_MS;

/** Calendar months from the month of the first day to that of the second, whatever the days in them. */
export const monthsBetween = (from: Day, to: Day): number => monthsSinceYearZero(to) - monthsSinceYearZero(from);

export const daysIn = ({ start, end }: DayRange): number => daysBetween(start, end);

export const isInRange = (day: Day, { start, end }: DayRange): boolean => start <= day && day < end;

const monthsSinceYearZero = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
