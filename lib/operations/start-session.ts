import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/domain/audit";
import { listMembershipsAcrossTenants, type Person } from "@/lib/store/people";
import { recordedControlTransaction } from "@/lib/store/recorded-control-transaction";
import { insertSessionAcrossTenants } from "@/lib/store/sessions";

/** Signs a person in. Null: they belong to no organization any more. */
export async function startSession(
  person: Pick<Person, "id" | "name">,
  place: Pick<Actor, "ip" | "userAgent">,
  withPassword: boolean,
  now: Date,
): Promise<string | null> {
  const [membership] = await listMembershipsAcrossTenants(person.id);
  if (!membership) return null;
  const sessionId = randomUUID();
  const organizationId = membership.organization.id;
  return recordedControlTransaction(now, async (tx) => {
    const passwordConfirmedAt = withPassword ? now : null;
    await insertSessionAcrossTenants(
      tx,
      { id: sessionId, personId: person.id, organizationId, ...place, passwordConfirmedAt },
      now,
    );
    return {
      result: sessionId,
      organizationId,
      actor: { kind: "member" as const, id: person.id, name: person.name, ...place, requestId: null },
      audit: [{ action: "session.started" as const, target: { kind: "session", id: sessionId, name: person.name } }],
    };
  });
}
