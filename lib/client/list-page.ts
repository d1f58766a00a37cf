import type { QueryKey } from "@tanstack/react-query";
import type { Environment } from "@/lib/domain/environment";

/** One page of a list, as every list of the API answers. */
export type ListPage<Item> = { data: Item[]; hasMore: boolean; total: number; nextCursor: string | null };

/** The rows of the page before stay in view until the next ones are there, but never those of the other environment. */
export function previousOf(environment: Environment) {
  return <Page>(previous: Page | undefined, query: { queryKey: QueryKey } | undefined): Page | undefined =>
    query?.queryKey[0] === environment ? previous : undefined;
}
