import { z } from "zod";
import { instant, uuid } from "@/lib/api/schemas/fields";
import { pageOf } from "@/lib/api/schemas/paging";
import { planJson } from "@/lib/api/schemas/plans";

const productJson = z.strictObject({
  id: uuid,
  name: z.string(),
  description: z.string().nullable(),
  createdAt: instant,
});

/** A plan with how many contracts were ever made from it: from the first on it is fixed. */
const countedPlanJson = z.strictObject({ ...planJson.shape, contractCount: z.int() });

export const productPage = pageOf(productJson);
export const countedPlanPage = pageOf(countedPlanJson);

export type ProductJson = z.output<typeof productJson>;
export type CountedPlanJson = z.output<typeof countedPlanJson>;
