import { z } from "zod";

const number = z.int().min(0);

const kept = {
  apiKeys: number,
  customers: number,
  meters: number,
  pricings: number,
  plans: number,
};
const counts = z.strictObject({ ...kept, contracts: number, invoices: number });

const sampleData = z.strictObject({
  state: z.enum(["none", "adding", "incomplete", "complete"]),
  counts,
});

export const sampleDataAnswer = z.strictObject({ data: sampleData });
export type SampleDataJson = z.output<typeof sampleData>;

const sampleRemoval = z.strictObject({ removed: counts, kept: z.strictObject(kept) });

export const sampleRemovalAnswer = z.strictObject({ data: sampleRemoval });
export type SampleRemovalJson = z.output<typeof sampleRemoval>;
