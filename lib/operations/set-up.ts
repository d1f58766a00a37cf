import { randomUUID } from "node:crypto";
import { hashPassword } from "@/lib/auth/password";
import type { Actor } from "@/lib/domain/audit";
import { DomainError } from "@/lib/domain/errors";
import { mirrorOrganizationAcrossTenants } from "@/lib/store/organizations";
import { insertOwnerAcrossTenants, lockSetupAcrossTenants } from "@/lib/store/people";
import { recordedControlTransaction } from "@/lib/store/recorded-control-transaction";

export type SetUpInput = {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly organization: string;
};

export type SetUpPlace = Pick<Actor, "ip" | "userAgent" | "requestId">;

/** Makes the first person, who owns the first organization. Works once; afterwards it answers CONFLICT. */
export async function setUp(
  input: SetUpInput,
  place: SetUpPlace,
  now: Date,
): Promise<{ personId: string; organizationId: string }> {
  const passwordHash = await hashPassword(input.password);
  const personId = randomUUID();
  const organization = { id: randomUUID(), name: input.organization };
  const actor: Actor = { kind: "member", id: personId, name: input.name, ...place };
  await recordedControlTransaction(now, async (tx) => {
    if (!(await lockSetupAcrossTenants(tx)))
      throw new DomainError("CONFLICT", "Mintkey is set up already. Sign in instead");
    await insertOwnerAcrossTenants(
      tx,
      {
        personId,
        name: input.name,
        email: input.email,
        passwordHash,
        organizationId: organization.id,
        organizationName: organization.name,
      },
      now,
    );
    // Before the commit: an organization that people can enter exists in both environments. A mirror without one harms nobody.
    await mirrorOrganizationAcrossTenants(organization);
    return {
      result: undefined,
      organizationId: organization.id,
      actor,
      audit: [
        {
          action: "organization.created",
          target: { kind: "organization", ...organization },
          after: { name: organization.name },
        },
      ],
    };
  });
  return { personId, organizationId: organization.id };
}
