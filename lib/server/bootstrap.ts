import { secretDigester } from "@/lib/auth/secret-digest";
import { fillInBackground, resumeSampleData } from "@/lib/dashboard-api/sample-data-filling";
import { type Env, requireVariable } from "@/lib/env";
import { log } from "@/lib/log";
import { addSampleData } from "@/lib/operations/add-sample-data";
import { setUp } from "@/lib/operations/set-up";
import { mirrorOrganizationAcrossTenants } from "@/lib/store/organizations";
import { hasPeopleAcrossTenants, listOrganizationsAcrossTenants } from "@/lib/store/people";

const NOWHERE = { ip: null, userAgent: null, requestId: null };

/** What the dashboard does before it serves: organizations known everywhere, and for automation the owner that the variables name. */
export async function bootstrap(env: Env): Promise<void> {
  for (const organization of await listOrganizationsAcrossTenants())
    await mirrorOrganizationAcrossTenants(organization);
  const { MINTKEY_OWNER_EMAIL: email, MINTKEY_OWNER_PASSWORD: password } = env;
  await resumeSampleData();
  if (email === undefined || password === undefined || (await hasPeopleAcrossTenants())) return;
  const name = nameOf(email);
  const now = new Date();
  const { personId, organizationId } = await setUp(
    { name, email, password, organization: "My organization" },
    NOWHERE,
    now,
  );
  log.info("Created the owner that MINTKEY_OWNER_EMAIL names");
  if (env.MINTKEY_SAMPLE_DATA !== "1") return;
  const digestSecret = secretDigester(requireVariable(env, "MINTKEY_SANDBOX_PEPPER"));
  const actor = { kind: "member" as const, id: personId, name, ...NOWHERE };
  const tenant = { environment: "sandbox" as const, organizationId };
  await addSampleData(tenant, actor, now, digestSecret);
  fillInBackground(tenant);
}

/** "ada.lovelace@example.com" reads as "Ada Lovelace" until its owner says otherwise. */
function nameOf(email: string): string {
  const words = (email.split("@")[0] ?? "").split(/[._+-]+/).filter((word) => word !== "");
  return words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join(" ") || "Owner";
}
