import { endpoint } from "@/lib/api/endpoint";
import type { Tenant } from "@/lib/domain/environment";
import { DomainError } from "@/lib/domain/errors";
import type { SampleDataState } from "@/lib/domain/sample-data";
import { addSampleData } from "@/lib/operations/add-sample-data";
import { removeSampleData } from "@/lib/operations/remove-sample-data";
import { readSampleData, type SampleData } from "@/lib/store/sample-data";
import { fillInBackground } from "../sample-data-filling";
import { type SampleDataJson, sampleDataAnswer, sampleRemovalAnswer } from "../schemas/sample-data";

const SESSION = {
  credential: "session",
  scope: null,
  limit: "per-address",
  tag: "Sample data",
  path: "/sample-data",
} as const;

const readEndpoint = endpoint({
  ...SESSION,
  method: "get",
  summary: "What of the sample data is in the sandbox",
  answer: { status: 200, schema: sampleDataAnswer },
  handle: async ({ tenant }) => {
    requireSandbox(tenant);
    return { data: sampleDataJsonOf(await readSampleData(tenant)) };
  },
});

const addEndpoint = endpoint({
  ...SESSION,
  method: "post",
  summary: "Add the sample data, or complete it",
  description:
    "Answers once it has begun. `GET` says `complete` when all of it is there. What is there already is not added again.",
  role: "admin",
  answer: { status: 202, schema: sampleDataAnswer },
  handle: async ({ exchange, tenant, actor, now }) => {
    requireSandbox(tenant);
    await addSampleData(tenant, actor, now, exchange.services.digestSecret);
    const before = await readSampleData(tenant);
    if (before.progress?.completedAt) return { data: sampleDataJsonOf(before) };
    fillInBackground(tenant);
    return { data: { ...sampleDataJsonOf(before), state: "adding" as const } };
  },
});

const removeEndpoint = endpoint({
  ...SESSION,
  method: "delete",
  summary: "Remove the sample data, and nothing else",
  description: "What something of yours stands on is kept, and counted in `kept`.",
  role: "admin",
  answer: { status: 200, schema: sampleRemovalAnswer },
  handle: async ({ tenant, actor, now }) => {
    requireSandbox(tenant);
    return { data: await removeSampleData(tenant, actor, now) };
  },
});

/** Production has no sample data and answers as if there were no such endpoint. */
function requireSandbox({ environment }: Tenant): void {
  if (environment !== "sandbox") throw new DomainError("NOT_FOUND", "No such endpoint");
}

function sampleDataJsonOf({ progress, isBeingAdded, counts }: SampleData): SampleDataJson {
  return { state: stateOf(progress, isBeingAdded), counts };
}

function stateOf(progress: SampleData["progress"], isBeingAdded: boolean): SampleDataState {
  if (!progress) return "none";
  if (progress.completedAt) return "complete";
  return isBeingAdded ? "adding" : "incomplete";
}

export const sampleDataEndpoints = [readEndpoint, addEndpoint, removeEndpoint];
