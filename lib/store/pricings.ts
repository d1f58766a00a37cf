import { type Decimal, decimal, decimalText } from "@/lib/domain/decimal";
import type { Tenant } from "@/lib/domain/environment";
import { notFound } from "@/lib/domain/errors";
import type { PriceInterval, Pricing, PricingModel, Tiering } from "@/lib/domain/pricing";
import { pricedFrom, priceFieldsOf } from "@/lib/domain/pricing-form";
import { type TierText, tiersFromTexts, tierTextsOf } from "@/lib/domain/pricing-tiers";
import { environmentStore } from "./connections";
import { type KeysetList, listNewestFirst } from "./keyset-list";
import type { Page, PageQuery } from "./page";
import { type Queryable, rowsOf, type Transaction } from "./sql";

export type PricingFilter = { readonly productId?: string | undefined; readonly meterId?: string | undefined };

export async function getPricing(tenant: Tenant, pricingId: string): Promise<Pricing> {
  const { pool } = environmentStore(tenant.environment);
  const pricing = (await findPricings(tenant, pool, [pricingId])).get(pricingId);
  if (!pricing) throw notFound("Pricing");
  return pricing;
}

/** Those of these pricings that the tenant has, by id. They never change, so no lock is needed to rely on them. */
export async function findPricings(
  tenant: Tenant,
  on: Queryable,
  pricingIds: readonly string[],
): Promise<ReadonlyMap<string, Pricing>> {
  const rows = await rowsOf<PricingRow>(
    on,
    `SELECT ${COLUMNS} FROM pricings ${JOIN} WHERE pricings.organization_id = $1 AND pricings.id = ANY($2::uuid[])`,
    [tenant.organizationId, pricingIds],
  );
  return new Map(rows.map((row) => [row.id, fromRow(row)]));
}

/** The newest pricing of each of these meters, by meter. A meter without one is left out. */
export async function findListPrices(
  tenant: Tenant,
  meterIds: readonly string[],
): Promise<ReadonlyMap<string, Pricing>> {
  const rows = await rowsOf<PricingRow & { meter_id: string }>(
    environmentStore(tenant.environment).pool,
    `SELECT ${COLUMNS} FROM unnest($2::uuid[]) AS priced (id) CROSS JOIN LATERAL (
       SELECT * FROM pricings WHERE organization_id = $1 AND meter_id = priced.id ORDER BY created_at DESC, id DESC LIMIT 1
     ) AS pricings ${JOIN}`,
    [tenant.organizationId, meterIds],
  );
  return new Map(rows.map((row) => [row.meter_id, fromRow(row)]));
}

/** Newest first. */
export async function listPricings(tenant: Tenant, filter: PricingFilter, page: PageQuery): Promise<Page<Pricing>> {
  return listNewestFirst(tenant, LIST, [filter.productId ?? null, filter.meterId ?? null], page);
}

export async function insertPricing(tenant: Tenant, tx: Transaction, pricing: Pricing): Promise<void> {
  const fields = priceFieldsOf(pricing);
  await rowsOf(
    tx,
    `INSERT INTO pricings (organization_id, id, product_id, name, description, model, billing_mode, tiering, unit_amount, flat_amount,
       package_size, price_interval, price_interval_count, meter_id, pricing_tiers, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      tenant.organizationId,
      pricing.id,
      pricing.productId,
      pricing.name,
      pricing.description,
      fields.model,
      pricing.billingInterval ? "RECURRING" : "ONE_TIME",
      fields.tiering,
      fields.unitAmount && decimalText(fields.unitAmount),
      fields.flatAmount && decimalText(fields.flatAmount),
      fields.packageSize && decimalText(fields.packageSize),
      pricing.billingInterval?.interval ?? null,
      pricing.billingInterval?.count ?? null,
      fields.meterId,
      fields.pricingTiers && JSON.stringify(tierTextsOf(fields.pricingTiers)),
      pricing.createdAt,
    ],
  );
}

type PricingRow = {
  id: string;
  product_id: string;
  product_name: string;
  name: string;
  description: string | null;
  model: PricingModel;
  tiering: Tiering;
  unit_amount: string | null;
  flat_amount: string | null;
  package_size: string | null;
  price_interval: PriceInterval | null;
  price_interval_count: number | null;
  meter_id: string | null;
  pricing_tiers: TierText[] | null;
  created_at: Date;
};

const COLUMNS = `pricings.id, pricings.product_id, products.name AS product_name, pricings.name, pricings.description, model, tiering,
  unit_amount, flat_amount, package_size, price_interval, price_interval_count, meter_id, pricing_tiers, pricings.created_at`;

const JOIN =
  "JOIN products ON products.organization_id = pricings.organization_id AND products.id = pricings.product_id";

const LIST: KeysetList<PricingRow, Pricing> = {
  table: "pricings",
  columns: COLUMNS,
  join: JOIN,
  matching: "($2::uuid IS NULL OR pricings.product_id = $2) AND ($3::uuid IS NULL OR pricings.meter_id = $3)",
  fromRow,
};

function fromRow(row: PricingRow): Pricing {
  const { price_interval: interval, price_interval_count: count } = row;
  return {
    id: row.id,
    productId: row.product_id,
    productName: row.product_name,
    name: row.name,
    description: row.description,
    billingInterval: interval === null || count === null ? null : { interval, count },
    createdAt: row.created_at,
    ...pricedFrom({
      model: row.model,
      tiering: row.tiering,
      unitAmount: decimalOrNull(row.unit_amount),
      flatAmount: decimalOrNull(row.flat_amount),
      packageSize: decimalOrNull(row.package_size),
      pricingTiers: row.pricing_tiers && tiersFromTexts(row.pricing_tiers),
      meterId: row.meter_id,
    }),
  };
}

const decimalOrNull = (text: string | null): Decimal | null => (text === null ? null : decimal(text));
