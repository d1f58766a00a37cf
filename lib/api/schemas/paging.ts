import { z } from "zod";

export const PAGE_SIZE_MAX = 100;
export const OFFSET_MAX = 10_000;

/** A whole number written in a query. */
export function wholeNumber(min: number, max: number) {
  const message = `must be between ${min} and ${max}`;
  return z
    .string()
    .regex(/^(0|[1-9][0-9]{0,9})$/, message)
    .transform(Number)
    .refine((value) => value >= min && value <= max, { message })
    .meta({ type: "integer", minimum: min, maximum: max });
}

export const pageLimit = (fallback: number) => wholeNumber(1, PAGE_SIZE_MAX).default(fallback);

export const cursorParameter = z
  .string()
  .max(500, "is not a cursor of this list")
  .optional()
  .meta({ description: "`nextCursor` of the last answer. Goes to any depth; not together with `offset`." });

/** `limit`, `offset` and `cursor` of a list; `cursor` goes to any depth and excludes `offset`. */
export const pagingParameters = (defaultLimit: number) => ({
  limit: pageLimit(defaultLimit).meta({ description: "How many to answer with." }),
  offset: wholeNumber(0, OFFSET_MAX).optional().meta({ description: "How many to pass over." }),
  cursor: cursorParameter,
});

export const cursorWithoutOffset = {
  check: (query: { cursor?: string | undefined; offset?: number | undefined }) =>
    query.cursor === undefined || query.offset === undefined,
  fault: { message: "cannot be combined with offset", path: ["cursor"] },
};

export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({
    data: z.array(item),
    hasMore: z.boolean(),
    total: z.int().meta({ description: "All matches, not only those of this page.", examples: [1] }),
    nextCursor: z
      .string()
      .nullable()
      .meta({ examples: [null] }),
  });

export const oneOf = <Item extends z.ZodType>(item: Item) => z.strictObject({ data: item });

/** The answer of a call that has nothing to show. */
export const successAnswer = oneOf(z.strictObject({ success: z.literal(true) }));

export const SUCCESS = { data: { success: true } } as const;
