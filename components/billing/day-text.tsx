import { addDays, type Day, type DayRange, startOfDay } from "@/lib/domain/day";
import { calendarDay } from "@/lib/format";

/** "1 Feb 2026". Every day of billing is a UTC day; heads and labels around it say so. */
export const dayWords = (day: Day): string => calendarDay(startOfDay(day), { timeZone: "UTC" });

/** "1 Jan 2026 – 31 Jan 2026": the first and the last day that a period covers. */
export function periodWords({ start, end }: DayRange): string {
  const last = addDays(end, -1);
  return last <= start ? dayWords(start) : `${dayWords(start)} – ${dayWords(last)}`;
}

export function DayText({ day }: { day: Day }) {
  return (
    <time dateTime={day} className="whitespace-nowrap tabular-nums">
      {dayWords(day)}
    </time>
  );
}

export function PeriodText({ period }: { period: DayRange }) {
  const last = addDays(period.end, -1);
  if (last <= period.start) return <DayText day={period.start} />;
  return (
    <span className="tabular-nums">
      <DayText day={period.start} /> – <DayText day={last} />
    </span>
  );
}
