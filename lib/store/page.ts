export type PageQuery = {
  readonly limit: number;
  readonly offset?: number | undefined;
  readonly cursor?: string | undefined;
};
export type Page<Item> = {
  readonly items: readonly Item[];
  readonly hasMore: boolean;
  readonly total: number;
  readonly nextCursor: string | null;
};

/** A pattern that finds the text anywhere; what means something to LIKE is taken literally. */
export const likePattern = (search: string): string => `%${search.replace(/[\\%_]/g, "\\$&")}%`;
