import type { Tenant } from "@/lib/domain/environment";
import { encodeCursor, type Position } from "./cursor";
import { readRows } from "./event-store";
import type { Page } from "./page";

type Statement = readonly [query: string, parameters: Readonly<Record<string, unknown>>];

type Listing<Row, Item> = {
  /**
   * Asks for one row more than the page holds. Of several statements the first that finds so many is the answer, or else the last:
   * each looks further than the one before it, and what a nearer one finds comes first.
   */
  readonly rows: readonly Statement[];
  /** Selects `total`. */
  readonly total: Statement;
  readonly limit: number;
  readonly itemOf: (row: Row) => Item;
  /** Where the page ended, for a cursor that holds for these filters. */
  readonly positionOf: (item: Item) => Position;
  readonly filters: unknown;
};

/** One page of a list of the event store, and how much there is of it. */
export async function readEventStorePage<Row, Item>(tenant: Tenant, listing: Listing<Row, Item>): Promise<Page<Item>> {
  const { limit, itemOf, positionOf, filters } = listing;
  const [rows, [counted]] = await Promise.all([
    firstFull<Row>(tenant, listing.rows, limit),
    readRows<{ total: number }>(tenant.environment, ...listing.total),
  ]);
  const items = rows.slice(0, limit).map(itemOf);
  const last = items.at(-1);
  const hasMore = rows.length > limit;
  const nextCursor = hasMore && last !== undefined ? encodeCursor(positionOf(last), filters) : null;
  return { items, hasMore, total: counted?.total ?? 0, nextCursor };
}

async function firstFull<Row>(tenant: Tenant, statements: readonly Statement[], limit: number): Promise<Row[]> {
  let rows: Row[] = [];
  for (const statement of statements) {
    rows = await readRows<Row>(tenant.environment, ...statement);
    if (rows.length > limit) break;
  }
  return rows;
}
