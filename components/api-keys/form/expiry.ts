import { faultOfExpiry } from "@/lib/domain/api-key";
import { EXPIRY_DAYS, type ExpiryChoice, NEVER } from "./key-settings";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const CALENDAR_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The instant a choice means. Days are counted from the full minute, so that what is shown is what is sent. Null: never. */
export function expiresAtOf(choice: ExpiryChoice, now: Date): Date | null {
  if (choice === NEVER || choice === "") return null;
  const days = daysOf(choice);
  if (days === null) return new Date(`${choice}T23:59:59.000Z`);
  return new Date(Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS + days * DAY_MS);
}

export function faultOfChoice(choice: ExpiryChoice, now: Date): string | null {
  if (choice === NEVER || daysOf(choice) !== null) return null;
  if (choice === "") return "Choose when this key ends.";
  if (!isRealDay(choice)) return "Choose a day.";
  if (choice <= lastDayOf(now)) return "Choose a day after today.";
  return faultOfExpiry(expiresAtOf(choice, now), now) ? "Choose a day within 5 years." : null;
}

export const isExpiryChoice = (written: string, now: Date): boolean => faultOfChoice(written, now) === null;

/** Whether the choice is a calendar day, also one not chosen yet. */
export const isDayChoice = (choice: ExpiryChoice): boolean => choice !== NEVER && daysOf(choice) === null;

/** The UTC day of an instant, as a date field holds it. */
export const lastDayOf = (at: Date | string): string => new Date(at).toISOString().slice(0, 10);

export const dayAfter = (at: Date): string => lastDayOf(new Date(at.getTime() + DAY_MS));

function daysOf(choice: ExpiryChoice): number | null {
  return EXPIRY_DAYS.find((days) => `${days}d` === choice) ?? null;
}

function isRealDay(text: string): boolean {
  if (!CALENDAR_DAY.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && lastDayOf(day) === text;
}
