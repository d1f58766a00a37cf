import { z } from "zod";
import { EXTERNAL_CUSTOMER_ID_MAX } from "@/lib/domain/customer";
import type { FieldFault } from "@/lib/domain/errors";
import { isFiniteNumber, NUMBER_LENGTH_MAX, PropertyValue, WrittenNumber } from "@/lib/domain/property-value";
import { faultOfText, lengthInCodePoints } from "@/lib/domain/text";
import {
  EVENT_IDEMPOTENCY_KEY_MAX,
  EVENT_NAME_MAX,
  EVENT_PROPERTIES_MAX,
  EVENTS_PER_BATCH_MAX,
  type EventProperties,
  faultOfTimestamp,
  PROPERTY_NAME_MAX,
  PROPERTY_TEXT_MAX,
} from "@/lib/domain/usage-event";
import { acrossFields, text, timestamp, uuid } from "./fields";

// C0, DEL and C1.
const CONTROL_CHARACTER = /\p{Cc}/u;

export const eventName = text({ min: 1, max: EVENT_NAME_MAX }).refine((name) => !CONTROL_CHARACTER.test(name), {
  message: "must not contain control characters",
});

/** Needs a body that was read with exact numbers. Answers a map, because a property may be called `__proto__`. */
export const eventProperties = z
  .unknown()
  .transform((given, context): EventProperties => {
    const properties = new Map<string, PropertyValue>();
    const refuse = (message: string, path: PropertyKey[]) =>
      context.issues.push({ code: "custom", message, input: given, path });
    if (!isPlainObject(given)) {
      refuse("must be an object", []);
      return properties;
    }
    const entries = Object.entries(given);
    if (entries.length > EVENT_PROPERTIES_MAX) refuse(`must have at most ${EVENT_PROPERTIES_MAX} properties`, []);
    for (const [name, value] of entries.slice(0, EVENT_PROPERTIES_MAX)) {
      const written = writtenValue(value);
      const fault = faultOfName(name) ?? (written === null ? NO_VALUE : faultOfValue(written));
      if (fault !== null) refuse(fault, [name]);
      else if (written !== null) properties.set(name, new PropertyValue(written));
    }
    return properties;
  })
  .meta({
    type: "object",
    maxProperties: EVENT_PROPERTIES_MAX,
    propertyNames: { minLength: 1, maxLength: PROPERTY_NAME_MAX },
    additionalProperties: {
      anyOf: [{ type: "string", maxLength: PROPERTY_TEXT_MAX }, { type: "number" }, { type: "boolean" }],
    },
    examples: [{ units: 3, region: "eu" }],
  });

/** What an event may say. Who it is about and whether that is required is for the endpoint to add. */
export const eventFields = {
  eventName,
  customerId: uuid.optional(),
  externalCustomerId: text({ min: 1, max: EXTERNAL_CUSTOMER_ID_MAX }).optional(),
  contractId: uuid.optional(),
  idempotencyKey: text({ min: 1, max: EVENT_IDEMPOTENCY_KEY_MAX }).optional(),
  timestamp: timestamp.optional(),
  properties: eventProperties.optional(),
};

/** An event that is sent to be stored. `nowMs` answers the instant that its own is compared with, `NaN` for none. */
export const storedEvent = (nowMs: () => number) =>
  acrossFields(z.strictObject(eventFields), (given) => [
    ...faultsOfCustomer(given),
    ...faultsOfInstant(given, nowMs()),
  ]);

export type StoredEvent = z.output<ReturnType<typeof storedEvent>>;

const sentEvent = storedEvent(() => Number.NaN).meta({
  id: "UsageEvent",
  examples: [
    {
      eventName: "api_call",
      externalCustomerId: "cust_42",
      idempotencyKey: "row_1",
      timestamp: "2026-02-27T10:00:00Z",
      properties: { units: 3, region: "eu" },
    },
  ],
});

/** What the reference says of a single event. It is read faster than by a schema. */
export const eventBody = sentEvent;

/** What the reference says of a batch. */
export const eventBatchBody = z.strictObject({
  events: z.array(sentEvent).min(1).max(EVENTS_PER_BATCH_MAX),
});

export const acceptedEvent = z.strictObject({
  status: z.literal("accepted"),
  idempotencyKey: z.string().meta({ description: "The event's own, or the one made for it.", examples: ["row_1"] }),
  requestId: z.string().meta({ examples: ["req_9f2c4b1e7a60d385"] }),
});

export const acceptedBatch = z.strictObject({
  status: z.literal("accepted"),
  count: z.int().meta({ description: "Events of the batch; of an NDJSON body its lines that are not blank." }),
  requestId: z.string().meta({ examples: ["req_9f2c4b1e7a60d385"] }),
});

function faultsOfCustomer({ customerId, externalCustomerId }: Readonly<Record<string, unknown>>): FieldFault[] {
  if ((customerId === undefined) !== (externalCustomerId === undefined)) return [];
  return [{ path: [], message: "must have exactly one of customerId, externalCustomerId" }];
}

function faultsOfInstant({ timestamp: given }: Readonly<Record<string, unknown>>, nowMs: number): FieldFault[] {
  const fault = given instanceof Date ? faultOfTimestamp(given.getTime(), nowMs) : null;
  return fault === null ? [] : [{ path: ["timestamp"], message: fault }];
}

const NO_VALUE = "must be a string, a number or a boolean";

function isPlainObject(given: unknown): given is Readonly<Record<string, unknown>> {
  return typeof given === "object" && given !== null && !Array.isArray(given) && !(given instanceof WrittenNumber);
}

function writtenValue(value: unknown): string | boolean | WrittenNumber | null {
  if (typeof value === "string" || typeof value === "boolean" || value instanceof WrittenNumber) return value;
  return typeof value === "number" ? new WrittenNumber(String(value)) : null;
}

function faultOfName(name: string): string | null {
  const length = lengthInCodePoints(name);
  if (length < 1 || length > PROPERTY_NAME_MAX) return `must have a name of 1 to ${PROPERTY_NAME_MAX} characters`;
  const fault = faultOfText(name);
  return fault && `has a name that ${fault}`;
}

function faultOfValue(written: string | boolean | WrittenNumber): string | null {
  if (typeof written === "boolean") return null;
  if (written instanceof WrittenNumber) {
    if (written.text.length > NUMBER_LENGTH_MAX) return `must be a number of at most ${NUMBER_LENGTH_MAX} characters`;
    return isFiniteNumber(written) ? null : "must be a finite number";
  }
  if (lengthInCodePoints(written) > PROPERTY_TEXT_MAX) return `must have at most ${PROPERTY_TEXT_MAX} characters`;
  return faultOfText(written);
}
