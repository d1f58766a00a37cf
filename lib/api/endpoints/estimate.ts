import { amountUnit } from "@/lib/domain/cost-curve";
import { validationError } from "@/lib/domain/errors";
import { type EstimatedEvent, estimate } from "@/lib/domain/estimate";
import { faultOfTimestamp } from "@/lib/domain/usage-event";
import { listPricedMeters } from "@/lib/store/list-prices";
import { endpoint } from "../endpoint";
import { unitJsonOf } from "../schemas/amounts";
import { estimateAnswer, estimateBody, estimatedEventOf, estimateJsonOf } from "../schemas/estimate";

/** List prices have no currency of their own; what is told without a plan is told in this one. */
const CURRENCY = "USD";

export const estimateEndpoint = endpoint({
  method: "post",
  path: "/v1/pricing/estimate",
  summary: "Estimate what events would cost",
  description:
    "Prices up to 500 events at the list prices of all active meters, from quantity zero, in US dollars. Nothing is stored. The amounts of the events add up to `totalAmount` exactly.",
  tag: "Pricing",
  credential: "key-or-session",
  scope: "pricing:read",
  limit: "per-address",
  exactNumbers: true,
  body: estimateBody,
  answer: { status: 200, schema: estimateAnswer },
  handle: async ({ tenant, body, now }) => {
    const events = body.events.map((event) => estimatedEventOf(event, now));
    requireTimestampsNear(events, now);
    const rate = body.creditRateCents;
    const unit = amountUnit(CURRENCY, rate === undefined ? null : BigInt(rate));
    const told = estimate(await listPricedMeters(tenant), events, unit);
    return estimateJsonOf(told, events, unitJsonOf(CURRENCY, rate), now);
  },
});

function requireTimestampsNear(events: readonly EstimatedEvent[], now: Date): void {
  const faults = events.flatMap(({ timestamp }, at) => {
    const fault = faultOfTimestamp(timestamp.getTime(), now.getTime());
    const path = `events[${at}].timestamp`;
    return fault === null ? [] : [{ path, message: `${path} ${fault}` }];
  });
  if (faults.length > 0) throw validationError(faults);
}
