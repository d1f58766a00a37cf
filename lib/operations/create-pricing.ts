import { randomUUID } from "node:crypto";
import type { Actor, AuditTarget, JsonObject } from "@/lib/domain/audit";
import { type Decimal, decimalText } from "@/lib/domain/decimal";
import type { Tenant } from "@/lib/domain/environment";
import { DomainError, type ErrorDetail, invariant, validationError } from "@/lib/domain/errors";
import type {
  BillingMode,
  PriceInterval,
  Pricing,
  PricingModel,
  PricingTier,
  Product,
  Tiering,
} from "@/lib/domain/pricing";
import { pricedFrom, priceFieldsOf } from "@/lib/domain/pricing-form";
import { tierTextsOf } from "@/lib/domain/pricing-tiers";
import type { Idempotency } from "@/lib/store/idempotent-answers";
import { lockMetersForUse } from "@/lib/store/meters";
import { insertPricing } from "@/lib/store/pricings";
import { findProduct, takeProduct } from "@/lib/store/products";
import { recordedTransaction } from "@/lib/store/recorded-transaction";
import type { Transaction } from "@/lib/store/sql";

/** Its form was checked by `faultsOfPricing`. */
export type CreatePricingInput = {
  readonly name: string;
  readonly description?: string | undefined;
  readonly productId?: string | undefined;
  readonly productName?: string | undefined;
  readonly productDescription?: string | undefined;
  readonly model: PricingModel;
  readonly billingMode: BillingMode;
  readonly priceInterval?: PriceInterval | undefined;
  readonly priceIntervalCount?: number | undefined;
  readonly tiering: Tiering;
  readonly unitAmount?: Decimal | undefined;
  readonly flatAmount?: Decimal | undefined;
  readonly packageSize?: Decimal | undefined;
  readonly pricingTiers?: readonly PricingTier[] | undefined;
  readonly meterId?: string | undefined;
};

export const METER_ARCHIVED = "Meter is archived";

/** Creates the pricing and, by name, the product that it is of. */
export async function createPricing(
  tenant: Tenant,
  actor: Actor,
  input: CreatePricingInput,
  now: Date,
  idempotency: Idempotency<Pricing> | null = null,
): Promise<Pricing> {
  return recordedTransaction(
    tenant,
    actor,
    now,
    async (tx) => {
      const found = await requireMeterAndProduct(tenant, tx, input);
      const product = found ?? (await takeProduct(tenant, tx, newProductOf(input, now)));
      const pricing: Pricing = {
        id: randomUUID(),
        productId: product.id,
        productName: product.name,
        name: input.name,
        description: input.description ?? null,
        billingInterval: input.priceInterval
          ? { interval: input.priceInterval, count: input.priceIntervalCount ?? 1 }
          : null,
        createdAt: now,
        ...pricedFrom({
          model: input.model,
          tiering: input.tiering,
          unitAmount: input.unitAmount ?? null,
          flatAmount: input.flatAmount ?? null,
          packageSize: input.packageSize ?? null,
          pricingTiers: input.pricingTiers ?? null,
          meterId: input.meterId ?? null,
        }),
      };
      await insertPricing(tenant, tx, pricing);
      return {
        result: pricing,
        audit: [{ action: "pricing.created", target: pricingTarget(pricing), after: pricingFactsOf(pricing) }],
      };
    },
    idempotency,
  );
}

/** The product that is named by id, once it and the meter are known to be there; null when it is named by its name. */
async function requireMeterAndProduct(
  tenant: Tenant,
  tx: Transaction,
  { meterId, productId }: CreatePricingInput,
): Promise<Product | null> {
  const meters = await lockMetersForUse(tenant, tx, meterId === undefined ? [] : [meterId]);
  const meter = meterId === undefined ? undefined : meters.get(meterId);
  const product = productId === undefined ? null : await findProduct(tenant, tx, productId);
  const faults: ErrorDetail[] = [];
  if (meterId !== undefined && !meter) faults.push({ path: "meterId", message: "Meter not found" });
  if (productId !== undefined && !product) faults.push({ path: "productId", message: "Product not found" });
  if (faults.length > 0) throw validationError(faults);
  if (meter && meter.archivedAt !== null)
    throw new DomainError("CONFLICT", METER_ARCHIVED, [{ path: "meterId", message: METER_ARCHIVED }]);
  return product;
}

function newProductOf({ productName, productDescription }: CreatePricingInput, now: Date): Product {
  invariant(productName !== undefined, "a pricing names its product by id or by name");
  return { id: randomUUID(), name: productName, description: productDescription ?? null, createdAt: now };
}

const pricingTarget = ({ id, name }: Pricing): AuditTarget => ({ kind: "pricing", id, name });

function pricingFactsOf(pricing: Pricing): JsonObject {
  const { name, description, productId, productName, billingInterval } = pricing;
  const { unitAmount, flatAmount, packageSize, pricingTiers, ...form } = priceFieldsOf(pricing);
  return {
    ...{ name, description, productId, productName, billingInterval, ...form },
    unitAmount: unitAmount && decimalText(unitAmount),
    flatAmount: flatAmount && decimalText(flatAmount),
    packageSize: packageSize && decimalText(packageSize),
    pricingTiers: pricingTiers && tierTextsOf(pricingTiers),
  };
}
