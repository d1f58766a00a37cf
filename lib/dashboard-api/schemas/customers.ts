import { z } from "zod";
import { uuid } from "@/lib/api/schemas/fields";
import { PAGE_SIZE_MAX } from "@/lib/api/schemas/paging";

/** The customers that the rows of a list name. */
export const customerIds = z
  .string()
  .transform((list) => list.split(","))
  .pipe(z.array(uuid).max(PAGE_SIZE_MAX, `must name at most ${PAGE_SIZE_MAX} customers`));

export const customerFiguresQuery = z.strictObject({ ids: customerIds });

/** One figure for each of the customers that were asked for. */
export const activeContractsAnswer = z.strictObject({
  data: z.array(z.strictObject({ customerId: uuid, activeContracts: z.int() })),
});
export const customerEventsAnswer = z.strictObject({
  data: z.array(z.strictObject({ customerId: uuid, events: z.int() })),
});

export type ActiveContractsJson = z.output<typeof activeContractsAnswer>["data"];
export type CustomerEventsJson = z.output<typeof customerEventsAnswer>["data"];
