import type { BillingInterval } from "@/lib/domain/pricing";

/** "every month", "every 3 months". */
export function everyInterval({ interval, count }: BillingInterval): string {
  const unit = interval.toLowerCase();
  return count === 1 ? `every ${unit}` : `every ${count} ${unit}s`;
}
