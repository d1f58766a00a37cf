import { calendarDay, dayAndTime } from "@/lib/format";

/** An hour in the reader's time zone; a day is one of the UTC calendar. */
export const windowName = (start: string, window: "HOUR" | "DAY"): string =>
  window === "HOUR" ? dayAndTime(start) : calendarDay(start, { timeZone: "UTC" });
