import { z } from "zod";

const facets = z.strictObject({ eventNames: z.array(z.string()), propertyNames: z.array(z.string()) });

const backlog = z.strictObject({
  events: z.int().meta({ description: "Accepted, and not counted by queries yet." }),
  oldestSeconds: z.number(),
});

export const usageFacetsAnswer = z.strictObject({ data: facets });
export const usageBacklogAnswer = z.strictObject({ data: backlog });

export type UsageFacetsJson = z.output<typeof facets>;
export type UsageBacklogJson = z.output<typeof backlog>;
