import type { QueryKey } from "@tanstack/react-query";
import type { Environment } from "@/lib/domain/environment";

/** One page of a list, as every list of the API answers. */
export type ListPage<Item> = { data: Item[]; hasMore: boolean; total: number; nextCursor: string | null };

/** The rows of the page before stay in view until the next ones are there, but never those of the other environment. */
export function previousOf(environment: Environment) {
  return <Page>(previous: Page | undefined, query: { queryKey: QueryKey } | undefined): Page | undefined =>
    query?.queryKey[0] === environment ? previous : undefined;
}

const PAGE_SIZE = 100;
const PAGES_MAX = 20;

/** The items of all pages, for a field to choose from; of a very long list the newest 2 000. */
export async function everyItem<Item>(
  load: (page: { limit: number; cursor?: string }) => Promise<ListPage<Item>>,
): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < PAGES_MAX; page++) {
    const { data, nextCursor } = await load({ limit: PAGE_SIZE, cursor });
    items.push(...data);
    if (nextCursor === null) break;
    cursor = nextCursor;
  }
  return items;
}
