import type { Actor } from "@/lib/domain/audit";
import { dayOf } from "@/lib/domain/day";
import type { Tenant } from "@/lib/domain/environment";
import { DomainError } from "@/lib/domain/errors";
import { archiveMeterRow, findMeterUses, lockMeter, type MeterUse } from "@/lib/store/meters";
import { recordedTransaction } from "@/lib/store/recorded-transaction";
import { meterTarget } from "./create-meter";

/** Frees the meter's code and takes it out of further use. Refused while an active plan or a running contract counts on it. */
export async function archiveMeter(tenant: Tenant, actor: Actor, meterId: string, now: Date): Promise<void> {
  return recordedTransaction(tenant, actor, now, async (tx) => {
    const meter = await lockMeter(tenant, tx, meterId);
    if (meter.archivedAt !== null) return { result: undefined, audit: [] };
    const uses = await findMeterUses(tenant, tx, meterId, dayOf(now));
    if (uses.length > 0) throw meterInUse(uses);
    await archiveMeterRow(tenant, tx, meterId, now);
    return { result: undefined, audit: [{ action: "meter.archived", target: meterTarget(meter) }] };
  });
}

function meterInUse(uses: readonly MeterUse[]): DomainError {
  const details = uses.map(({ kind, id, name }) => ({
    path: "meterId",
    message: kind === "plan" ? `Active plan ${name} (${id})` : `Contract ${name} (${id}) has not ended`,
  }));
  return new DomainError("CONFLICT", METER_IN_USE, details);
}

export const METER_IN_USE = "Meter is used by an active plan or by a contract that has not ended";
