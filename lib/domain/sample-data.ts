import type { Actor } from "./audit";

/** Who the audit log names for what sample data does. */
export const SAMPLE_DATA_NAME = "Sample data";

/** Sample data as it acts at this moment. */
export const sampleActor = (writtenAt: Date): Actor => ({
  kind: "system",
  id: null,
  name: SAMPLE_DATA_NAME,
  ip: null,
  userAgent: null,
  requestId: null,
  sampleWrittenAt: writtenAt,
});

/** `adding` now; `incomplete` when nobody is at it any more. */
export type SampleDataState = "none" | "adding" | "incomplete" | "complete";

/** What sample data consists of, as people count it. */
export type SampleDataCounts = {
  readonly apiKeys: number;
  readonly customers: number;
  readonly meters: number;
  readonly pricings: number;
  readonly plans: number;
  readonly contracts: number;
  readonly invoices: number;
};

export type KeptSampleData = Pick<SampleDataCounts, "apiKeys" | "customers" | "meters" | "pricings" | "plans">;

/** Why parts of the sample data are still there: one sentence each. */
export function keptSentences({ customers, plans, pricings, meters, apiKeys }: KeptSampleData): string[] {
  return [
    sentence(customers, "customer", "that your contracts are with"),
    sentence(plans, "plan", "that your contracts use"),
    sentence(pricings, "price", "that those plans or yours use"),
    sentence(meters, "meter", "that those prices or yours count on"),
    sentence(apiKeys, "key", "that you changed or used"),
  ].flatMap((text) => text ?? []);
}

const sentence = (many: number, noun: string, because: string): string | null =>
  many === 0 ? null : `Kept ${many} ${noun}${many === 1 ? "" : "s"} ${because}.`;
