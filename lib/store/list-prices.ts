import type { Tenant } from "@/lib/domain/environment";
import type { ListPricedMeter } from "@/lib/domain/estimate";
import { listActiveMeters } from "./meters";
import { findListPrices } from "./pricings";

/** Every active meter, oldest first, at its newest price. */
export async function listPricedMeters(tenant: Tenant): Promise<ListPricedMeter[]> {
  const meters = await listActiveMeters(tenant);
  const prices = await findListPrices(
    tenant,
    meters.map(({ id }) => id),
  );
  return meters.map((meter) => ({ meter, price: prices.get(meter.id)?.price ?? null }));
}
