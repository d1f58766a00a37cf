import { z } from "zod";
import { ESTIMATE_EVENTS_MAX, type Estimate, type EstimatedEvent } from "@/lib/domain/estimate";
import { ExactNumber } from "@/lib/domain/exact-number";
import { creditRateCents, inCurrencyOrCredits, type UnitJson } from "./amounts";
import { exactNumber, instant } from "./fields";
import { eventFields } from "./usage-events";

const estimatedEvent = z.strictObject(eventFields);

export const estimateBody = z
  .strictObject({
    events: z
      .array(estimatedEvent)
      .min(1, "must have at least one event")
      .max(ESTIMATE_EVENTS_MAX, `must have at most ${ESTIMATE_EVENTS_MAX} events`),
    creditRateCents: creditRateCents.optional(),
  })
  .meta({
    examples: [{ events: [{ eventName: "api_call", idempotencyKey: "e1", properties: { units: 3, region: "eu" } }] }],
  });

export const estimateAnswer = inCurrencyOrCredits({
  events: z.array(
    z.strictObject({
      idempotencyKey: z.string().nullable().meta({ description: "Null when the event has none." }),
      totalAmount: exactNumber.meta({
        description: "What adding the event raises the cost by; negative where more usage is cheaper.",
      }),
    }),
  ),
  meters: z.array(
    z.strictObject({
      meterName: z.string().meta({ description: "The meter's code, or its display name without one." }),
      meterDisplayName: z.string(),
      totalQuantity: exactNumber,
      totalAmount: exactNumber,
    }),
  ),
  totalAmount: exactNumber,
  estimatedAt: instant,
}).meta({ id: "Estimate" });

export type EstimateBody = z.output<typeof estimateBody>;

/** An event without a timestamp happened now; one without properties has none. */
export const estimatedEventOf = (event: z.output<typeof estimatedEvent>, now: Date): EstimatedEvent => ({
  eventName: event.eventName,
  idempotencyKey: event.idempotencyKey ?? null,
  timestamp: event.timestamp ?? now,
  properties: event.properties ?? new Map(),
});

export function estimateJsonOf(
  { eventAmounts, meters, totalAmount }: Estimate,
  events: readonly EstimatedEvent[],
  unit: UnitJson,
  now: Date,
): z.input<typeof estimateAnswer> {
  return {
    events: eventAmounts.map((amount, at) => ({
      idempotencyKey: events[at]?.idempotencyKey ?? null,
      totalAmount: new ExactNumber(amount),
    })),
    meters: meters.map(({ meter, quantity, amount }) => ({
      meterName: meter.code ?? meter.displayName,
      meterDisplayName: meter.displayName,
      totalQuantity: new ExactNumber(quantity),
      totalAmount: new ExactNumber(amount),
    })),
    totalAmount: new ExactNumber(totalAmount),
    ...unit,
    estimatedAt: now.toISOString(),
  };
}
