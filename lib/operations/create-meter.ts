import { randomUUID } from "node:crypto";
import type { Actor, AuditTarget, JsonObject } from "@/lib/domain/audit";
import type { Tenant } from "@/lib/domain/environment";
import type { AggregationType, Meter, PropertyFilter } from "@/lib/domain/meter";
import type { Idempotency } from "@/lib/store/idempotent-answers";
import { insertMeter } from "@/lib/store/meters";
import { recordedTransaction } from "@/lib/store/recorded-transaction";

export type CreateMeterInput = {
  readonly displayName: string;
  readonly description?: string | undefined;
  readonly code?: string | undefined;
  readonly aggregationType: AggregationType;
  /** Given for every type but `COUNT`. */
  readonly aggregationKey?: string | undefined;
  readonly eventTypeFilter?:
    | { readonly include?: readonly string[] | undefined; readonly exclude?: readonly string[] | undefined }
    | undefined;
  readonly propertyFilters?: readonly PropertyFilter[] | undefined;
  readonly groupKeys?: readonly string[] | undefined;
};

export async function createMeter(
  tenant: Tenant,
  actor: Actor,
  input: CreateMeterInput,
  now: Date,
  idempotency: Idempotency<Meter> | null = null,
): Promise<Meter> {
  const meter: Meter = {
    id: randomUUID(),
    code: input.code ?? null,
    displayName: input.displayName,
    description: input.description ?? null,
    aggregationType: input.aggregationType,
    aggregationKey: input.aggregationKey ?? null,
    eventTypeFilter: { include: input.eventTypeFilter?.include ?? [], exclude: input.eventTypeFilter?.exclude ?? [] },
    propertyFilters: input.propertyFilters ?? [],
    groupKeys: input.groupKeys ?? [],
    archivedAt: null,
    createdAt: now,
    updatedAt: now,
  };
  return recordedTransaction(
    tenant,
    actor,
    now,
    async (tx) => {
      await insertMeter(tenant, tx, meter);
      return {
        result: meter,
        audit: [{ action: "meter.created", target: meterTarget(meter), after: meterFactsOf(meter) }],
      };
    },
    idempotency,
  );
}

export const meterTarget = (meter: Meter): AuditTarget => ({ kind: "meter", id: meter.id, name: meter.displayName });

function meterFactsOf(meter: Meter): JsonObject {
  const { code, displayName, description, aggregationType, aggregationKey, groupKeys } = meter;
  return {
    ...{ code, displayName, description, aggregationType, aggregationKey, groupKeys: [...groupKeys] },
    eventTypeFilter: { include: [...meter.eventTypeFilter.include], exclude: [...meter.eventTypeFilter.exclude] },
    propertyFilters: JSON.parse(JSON.stringify(meter.propertyFilters)),
  };
}
