import type { Tenant } from "@/lib/domain/environment";
import type { Product } from "@/lib/domain/pricing";
import { type KeysetList, listNewestFirst } from "./keyset-list";
import type { Page, PageQuery } from "./page";
import { rowOf, type Transaction } from "./sql";

export async function findProduct(tenant: Tenant, tx: Transaction, productId: string): Promise<Product | null> {
  const row = await rowOf<ProductRow>(tx, `SELECT ${COLUMNS} FROM products WHERE organization_id = $1 AND id = $2`, [
    tenant.organizationId,
    productId,
  ]);
  return row && fromRow(row);
}

/**
 * The product of exactly this name: the given one, unless there is one already. Two at once get the same one: the second
 * waits at the unique index until the first has committed.
 */
export async function takeProduct(tenant: Tenant, tx: Transaction, product: Product): Promise<Product> {
  const created = await rowOf<ProductRow>(
    tx,
    `INSERT INTO products (organization_id, id, name, description, created_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (organization_id, name) DO NOTHING RETURNING ${COLUMNS}`,
    [tenant.organizationId, product.id, product.name, product.description, product.createdAt],
  );
  if (created) return fromRow(created);
  const existing = await rowOf<ProductRow>(
    tx,
    `SELECT ${COLUMNS} FROM products WHERE organization_id = $1 AND name = $2`,
    [tenant.organizationId, product.name],
  );
  if (!existing) throw new Error("A product that stood in the way is not there");
  return fromRow(existing);
}

/** Newest first. */
export async function listProducts(tenant: Tenant, page: PageQuery): Promise<Page<Product>> {
  return listNewestFirst(tenant, LIST, [], page);
}

type ProductRow = { id: string; name: string; description: string | null; created_at: Date };

const COLUMNS = "id, name, description, created_at";

const fromRow = ({ created_at: createdAt, ...row }: ProductRow): Product => ({ ...row, createdAt });

const LIST: KeysetList<ProductRow, Product> = { table: "products", columns: COLUMNS, matching: "true", fromRow };
