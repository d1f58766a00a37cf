import { z } from "zod";
import { EXTERNAL_CUSTOMER_ID_MAX } from "@/lib/domain/customer";
import { decimal } from "@/lib/domain/decimal";
import { type ExactJson, ExactNumber } from "@/lib/domain/exact-number";
import {
  EVENT_IDEMPOTENCY_KEY_MAX,
  type RejectedEvent,
  type StoredProperty,
  type StoredUsageEvent,
} from "@/lib/domain/usage-event";
import { instant, text, timeParameter, uuid } from "./fields";
import { cursorWithoutOffset, pageOf, pagingParameters } from "./paging";
import { eventName } from "./usage-events";

const EVENTS_PER_PAGE = 50;
const REQUEST_ID_MAX = 64;

const requestId = z.string().meta({ examples: ["req_9f2c4b1e7a60d385"] });

export const listEventsQuery = z
  .strictObject({
    eventName: eventName.optional(),
    customerId: uuid.optional(),
    externalCustomerId: text({ min: 1, max: EXTERNAL_CUSTOMER_ID_MAX }).optional(),
    contractId: uuid.optional().meta({ description: "Only events that name this contract." }),
    idempotencyKey: text({ min: 1, max: EVENT_IDEMPOTENCY_KEY_MAX }).optional(),
    start: timeParameter.optional().meta({ description: "Of the event's `timestamp`." }),
    end: timeParameter.optional().meta({ description: "Exclusive." }),
    ...pagingParameters(EVENTS_PER_PAGE),
  })
  .refine(cursorWithoutOffset.check, cursorWithoutOffset.fault);

export const listRejectedEventsQuery = z
  .strictObject({
    requestId: text({ min: 1, max: REQUEST_ID_MAX }).optional(),
    start: timeParameter.optional().meta({ description: "Of the arrival." }),
    end: timeParameter.optional().meta({ description: "Exclusive." }),
    ...pagingParameters(EVENTS_PER_PAGE),
  })
  .refine(cursorWithoutOffset.check, cursorWithoutOffset.fault);

export const eventPage = pageOf(
  z.strictObject({
    eventName: z.string().meta({ examples: ["api_call"] }),
    customerId: uuid.nullable(),
    externalCustomerId: z.string().nullable(),
    contractId: uuid.nullable(),
    idempotencyKey: z.string().meta({ examples: ["row_1"] }),
    timestamp: instant,
    properties: z.unknown().meta({
      type: "object",
      additionalProperties: { anyOf: [{ type: "string" }, { type: "number" }, { type: "boolean" }] },
      examples: [{ units: 3, region: "eu" }],
    }),
    receivedAt: instant,
    requestId,
  }),
);

export const rejectedEventPage = pageOf(
  z.strictObject({
    line: z.int().meta({ examples: [812] }),
    reason: z.string().meta({ examples: ["properties.units must be a string, a number or a boolean"] }),
    path: z.string().meta({ examples: ["properties.units"] }),
    requestId,
    idempotencyKey: z.string().nullable().meta({ description: "Null when it cannot be read." }),
    excerpt: z.string().meta({ description: "The first 256 characters.", examples: ['{"eventName":'] }),
    receivedAt: instant,
  }),
);

export const eventJsonOf = ({ timestamp, receivedAt, properties, ...event }: StoredUsageEvent) => ({
  ...event,
  timestamp: timestamp.toISOString(),
  properties: propertiesJsonOf(properties),
  receivedAt: receivedAt.toISOString(),
});

export const rejectedEventJsonOf = ({ organizationId: _, receivedAt, ...rejected }: RejectedEvent) => ({
  ...rejected,
  receivedAt: receivedAt.toISOString(),
});

/** Made of entries: a property may be called `__proto__`. */
const propertiesJsonOf = (properties: readonly StoredProperty[]) =>
  Object.fromEntries(properties.map((property) => [property.name, valueJsonOf(property)]));

function valueJsonOf({ kind, text: written }: StoredProperty): ExactJson {
  if (kind === "boolean") return written === "true";
  return kind === "number" ? new ExactNumber(decimal(written)) : written;
}
