import { auditKeyOf } from "@/lib/auth/secret-digest";
import type { Environment } from "@/lib/domain/environment";
import { requireVariable, variablesOf } from "@/lib/env";
import { verifyAuditChain } from "@/lib/store/audit-log";
import { closeStores, openEnvironmentStore } from "@/lib/store/connections";
import { listMirroredOrganizationsAcrossTenants } from "@/lib/store/organizations";
import { optionsOf, requireEnvironment, runCommand, UsageError } from "./command-line";
import { readOwnEnv } from "./own-env";

const USAGE = "Usage: npm run audit:verify -- --environment sandbox|production";

/** Checks the audit chain of every organization of an environment. Exits with 1 at the first broken one. */
async function verify(): Promise<void> {
  const environment = requireEnvironment(optionsOf({ environment: { type: "string" } }, USAGE).environment, USAGE);
  const env = await readOwnEnv(environment);
  const own = variablesOf(environment);
  const auditKey = auditKeyOf(requireVariable(env, own.pepper));
  openEnvironmentStore(environment, { databaseUrl: requireVariable(env, own.databaseUrl), auditKey });
  try {
    for (const organization of await listMirroredOrganizationsAcrossTenants(environment))
      await verifyOne(environment, organization);
  } finally {
    await closeStores();
  }
}

async function verifyOne(environment: Environment, { id, name }: { id: string; name: string }): Promise<void> {
  const { entries, brokenAt } = await verifyAuditChain({ environment, organizationId: id }, "environment");
  if (brokenAt) throw new UsageError(`${name}: broken at entry ${brokenAt.sequence}; unbroken up to entry ${entries}.`);
  process.stdout.write(`${name}: unbroken to entry ${entries}.\n`);
}

runCommand(verify);
