// What the sample company's customers use, as lines of NDJSON: the same for each customer and day, whenever they are asked for.
import { addDays, type Day, dayOf, daysBetween, startOfDay } from "@/lib/domain/day";
import type { Tenant } from "@/lib/domain/environment";
import type { SampleContract } from "./sample-contracts";

/** Usage events as lines of NDJSON. The same token again changes nothing. */
export type SampleUsage = { readonly lines: readonly string[]; readonly sentAt: Date; readonly token: string };

/** Returns once they count. */
export type StoreSampleUsage = (tenant: Tenant, usage: SampleUsage) => Promise<void>;

/** Somebody uses what they have a contract about, as long as it lasts. */
export type SampleUse = { readonly customerId: string; readonly contract: SampleContract };

const ENDPOINTS = ["/documents", "/search", "/export"] as const;
const REGIONS = ["eu", "us", "ap"] as const;

/** What they use from one instant until before another. */
export const sampleUsage = (uses: readonly SampleUse[], from: Date, to: Date): string[] =>
  uses.flatMap((use) => linesOf(use, from, to));

function linesOf(use: SampleUse, asked: Date, askedTo: Date): string[] {
  const { startDate, endDate, cancelledAt } = use.contract;
  const from = new Date(Math.max(asked.getTime(), startOfDay(startDate).getTime()));
  const ends = [askedTo, endDate && startOfDay(endDate), cancelledAt].flatMap((end) => (end ? end.getTime() : []));
  const to = new Date(Math.min(...ends));
  const lines: string[] = [];
  for (let day = dayOf(from); startOfDay(day) < to; day = addDays(day, 1)) {
    for (const { at, line } of eventsOf(use, day)) if (at >= from && at < to) lines.push(line);
  }
  return lines;
}

type SampleEvent = { readonly at: Date; readonly line: string };

function eventsOf(use: SampleUse, day: Day): SampleEvent[] {
  const { plan } = use.contract;
  const calls = ENDPOINTS.map((endpoint, at) => callsOf(use, day, endpoint, at));
  if (plan === "Growth") return [...calls, documentsOf(use, day)];
  return plan === "Europe" ? [...calls, ...signInsOf(use, day)] : calls;
}

/** A day's calls of one endpoint, told as one event. */
function callsOf(use: SampleUse, day: Day, endpoint: string, at: number): SampleEvent {
  const { slug, plan } = use.contract;
  const share = [5, 3, 2][at] ?? 1;
  const calls = divided(busyness(use, day) * share * (plan === "Starter" ? 36 : 260), 1_000);
  const region = REGIONS[(drawn(slug, "region") + (drawn(slug, day, endpoint) % 5 === 0 ? 1 : 0)) % REGIONS.length];
  const properties = `"calls":${1 + calls},"endpoint":"${endpoint}","region":"${region}"`;
  return eventOf(use, day, "api_calls", `calls ${at}`, properties);
}

/** Gigabytes with three places: thousandths are written, not divided. */
function documentsOf(use: SampleUse, day: Day): SampleEvent {
  const { slug } = use.contract;
  const thousandths = 400 + busyness(use, day) * 11 + (drawn(slug, day, "bytes") % 997);
  const gigabytes = `${divided(thousandths, 1_000)}.${String(thousandths % 1_000).padStart(3, "0")}`;
  const kind = ["contract", "invoice", "scan"][drawn(slug, day, "kind") % 3];
  return eventOf(use, day, "document_processed", "documents", `"gigabytes":${gigabytes},"kind":"${kind}"`);
}

/** Some of the people who work there. */
function signInsOf(use: SampleUse, day: Day): SampleEvent[] {
  const { slug } = use.contract;
  const people = 14 + (drawn(slug, "people") % 44);
  return Array.from({ length: 2 + divided(busyness(use, day), 300) }, (_, at) => {
    const person = 1 + (drawn(slug, day, `person ${at}`) % people);
    return eventOf(use, day, "signed_in", `person ${at}`, `"user_id":"${slug}-${person}"`);
  });
}

function eventOf(
  { customerId, contract: { slug } }: SampleUse,
  day: Day,
  name: string,
  key: string,
  properties: string,
): SampleEvent {
  // Mostly in the working hours of Europe.
  const hours = 6 + (drawn(slug, day, key, "hour") % 13);
  const at = new Date(startOfDay(day).getTime() + hours * 3_600_000 + (drawn(slug, day, key, "ms") % 3_600_000));
  const line = `{"eventName":"${name}","customerId":"${customerId}","idempotencyKey":"sample ${customerId} ${day} ${key}","timestamp":"${at.toISOString()}","properties":{${properties}}}`;
  return { at, line };
}

/** About 1 000 on a working day of a customer of middling size: more for larger ones, with the months, and less at weekends. */
function busyness({ contract: { slug, startDate } }: SampleUse, day: Day): number {
  const start = startOfDay(day);
  const size = 400 + (drawn(slug, "size") % 1_500);
  const isWeekend = start.getUTCDay() === 0 || start.getUTCDay() === 6;
  const weeks = divided(daysBetween(startDate, day), 7);
  const growth = 100 + weeks * (1 + (drawn(slug, "growth") % 3));
  const chance = 80 + (drawn(slug, day) % 41);
  return divided(size * growth * chance * (isWeekend ? 35 : 100), 1_000_000);
}

const divided = (amount: number, by: number): number => Math.floor(amount / by);

/** A number below 2³² that follows from the words alone (FNV-1a, mixed once more because its low bits are poor). */
function drawn(...words: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const char of words.join("|")) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
