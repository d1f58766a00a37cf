import type { QueryResultRow } from "pg";
import type { Tenant } from "@/lib/domain/environment";
import { environmentStore } from "./connections";
import { decodeCursor, encodeCursor, idAt, instantAt } from "./cursor";
import type { Page, PageQuery } from "./page";
import { rowOf, rowsOf } from "./sql";

/** A list over one table of a tenant, all of whose texts come from the code. */
export type KeysetList<Row extends ListedRow, Item> = {
  readonly table: string;
  /** Must select `created_at` and `id`. */
  readonly columns: string;
  readonly join?: string;
  /** The condition on a row, over the filter's values from `$2` on, then the moving ones; the list itself holds it to the tenant. */
  readonly matching: string;
  readonly fromRow: (row: Row) => Item;
};

type ListedRow = QueryResultRow & { readonly id: string; readonly created_at: Date };

/**
 * One page, newest first. A cursor names the last row that was shown, so rows that were added meanwhile shift nothing.
 * `filterValues` are `$2` and on of the list's condition; a cursor holds for the values it was made with. `movingValues` come
 * behind them and may change while somebody walks, as the day does.
 */
export async function listNewestFirst<Row extends ListedRow, Item>(
  tenant: Tenant,
  list: KeysetList<Row, Item>,
  filterValues: readonly unknown[],
  page: PageQuery,
  movingValues: readonly unknown[] = [],
): Promise<Page<Item>> {
  const { pool } = environmentStore(tenant.environment);
  const filters = [list.table, ...filterValues];
  const after = page.cursor === undefined ? null : decodeCursor(page.cursor, filters, 2);
  const matching = [tenant.organizationId, ...filterValues, ...movingValues];
  const [rows, counted] = await Promise.all([
    rowsOf<Row>(pool, pageText(list, matching.length), [
      ...matching,
      after && instantAt(after, 0),
      after && idAt(after, 1),
      page.limit + 1,
      page.offset ?? 0,
    ]),
    rowOf<{ total: number }>(pool, countText(list), matching),
  ]);
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  const hasMore = rows.length > page.limit;
  return {
    items: shown.map(list.fromRow),
    hasMore,
    total: counted?.total ?? 0,
    nextCursor: hasMore && last ? encodeCursor([last.created_at.toISOString(), last.id], filters) : null,
  };
}

type Texts = Pick<KeysetList<ListedRow, unknown>, "table" | "columns" | "join" | "matching">;

const conditionOf = ({ table, matching }: Texts) => `${table}.organization_id = $1 AND (${matching})`;

function pageText(list: Texts, values: number): string {
  const { table, columns, join = "" } = list;
  const [createdAt, id, limit, offset] = [1, 2, 3, 4].map((at) => `$${values + at}`);
  return `SELECT ${columns} FROM ${table} ${join}
    WHERE ${conditionOf(list)}
      AND (${createdAt}::timestamptz IS NULL OR (${table}.created_at, ${table}.id) < (${createdAt}, ${id}::uuid))
    ORDER BY ${table}.created_at DESC, ${table}.id DESC LIMIT ${limit} OFFSET ${offset}`;
}

const countText = (list: Texts) =>
  `SELECT count(*)::int AS total FROM ${list.table} ${list.join ?? ""} WHERE ${conditionOf(list)}`;
