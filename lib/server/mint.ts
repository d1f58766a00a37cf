import { userInfo } from "node:os";
import { FOR_FAULTS, faultsOf } from "@/lib/api/faults";
import { auditKeyOf, secretDigester } from "@/lib/auth/secret-digest";
import { createApiKeyBody } from "@/lib/dashboard-api/schemas/api-keys";
import type { Actor } from "@/lib/domain/audit";
import type { Environment } from "@/lib/domain/environment";
import { DomainError } from "@/lib/domain/errors";
import { PRESETS } from "@/lib/domain/scope";
import { addressesOf, type Env, requireVariable, variablesOf } from "@/lib/env";
import { createApiKey } from "@/lib/operations/create-api-key";
import { closeStores, openEnvironmentStore } from "@/lib/store/connections";
import { listMirroredOrganizationsAcrossTenants } from "@/lib/store/organizations";
import { optionsOf, requireEnvironment, runCommand, UsageError } from "./command-line";
import { readOwnEnv } from "./own-env";

const USAGE = `Usage: npm run mint -- --environment sandbox|production --name NAME (--scopes customers:read,customers:write | --preset read-only)
  [--expires 30d|12h|2027-01-31T00:00:00Z|never] [--note TEXT] [--ips 203.0.113.0/24,2001:db8::/48] [--organization ID] [--json]`;

const OPTIONS = {
  environment: { type: "string" },
  name: { type: "string" },
  note: { type: "string" },
  scopes: { type: "string" },
  preset: { type: "string" },
  expires: { type: "string" },
  ips: { type: "string" },
  organization: { type: "string" },
  json: { type: "boolean" },
} as const;

const UNIT_MS: Record<string, number> = { m: 60_000, h: 3_600_000, d: 86_400_000 };
const DEFAULT_EXPIRY = "30d";

/** Mints a key from the command line, for automation; audited like any other. The secret goes to standard output, once. */
async function mint(): Promise<void> {
  const options = optionsOf(OPTIONS, USAGE);
  const environment = requireEnvironment(options.environment, USAGE);
  const now = new Date();
  const input = inputOf(options, now);
  const env = await readOwnEnv(environment);
  const pepper = openStore(env, environment);
  try {
    const organizationId = await requireOrganization(environment, options.organization);
    const { key, secret } = await createApiKey(
      { environment, organizationId },
      commandLineActor(),
      input,
      now,
      secretDigester(pepper),
    );
    const { apiUrl } = addressesOf(env, environment);
    const told = {
      id: key.id,
      name: key.name,
      environment,
      scopes: key.scopes,
      expiresAt: key.expiresAt,
      apiUrl,
      secret,
    };
    process.stdout.write(options.json ? `${JSON.stringify(told)}\n` : `${secret}\n`);
    if (!options.json)
      process.stderr.write(`Minted ${key.name} for ${environment}. The line above is its secret; it is shown once.\n`);
  } catch (error) {
    throw error instanceof DomainError ? new UsageError(error.message) : error;
  } finally {
    await closeStores();
  }
}

function openStore(env: Env, environment: Environment): string {
  const own = variablesOf(environment);
  const pepper = requireVariable(env, own.pepper);
  openEnvironmentStore(environment, {
    databaseUrl: requireVariable(env, own.databaseUrl),
    auditKey: auditKeyOf(pepper),
  });
  return pepper;
}

function inputOf(options: ReturnType<typeof optionsOf>, now: Date) {
  const text = (name: string) => (typeof options[name] === "string" ? options[name] : undefined);
  const list = (name: string) =>
    text(name)
      ?.split(",")
      .map((part) => part.trim());
  const parsed = createApiKeyBody.safeParse(
    {
      name: text("name"),
      ...(text("note") !== undefined && { note: text("note") }),
      ...(text("scopes") !== undefined && { scopes: list("scopes") }),
      ...(text("preset") !== undefined && { preset: text("preset") }),
      ...(text("ips") !== undefined && { allowedIps: list("ips") }),
      expiresAt: expiryOf(text("expires") ?? DEFAULT_EXPIRY, now),
    },
    FOR_FAULTS,
  );
  if (!parsed.success)
    throw new UsageError(
      `${faultsOf(parsed.error, "body")
        .map((fault) => fault.message)
        .join("\n")}\n${USAGE}`,
    );
  const { preset, scopes, ...rest } = parsed.data;
  return { ...rest, scopes: scopes ?? (preset ? PRESETS[preset] : []) };
}

function expiryOf(written: string, now: Date): string | null {
  if (written === "never") return null;
  const [, amount, unit] = /^([1-9][0-9]{0,5})([mhd])$/.exec(written) ?? [];
  if (amount === undefined || unit === undefined) return written;
  return new Date(now.getTime() + Number(amount) * (UNIT_MS[unit] ?? 0)).toISOString();
}

async function requireOrganization(environment: Environment, given: string | boolean | undefined): Promise<string> {
  const organizations = await listMirroredOrganizationsAcrossTenants(environment);
  const [only, another] = organizations;
  if (given === undefined && only && !another) return only.id;
  const found = organizations.find((organization) => organization.id === given || organization.name === given);
  if (found) return found.id;
  if (!only) throw new UsageError("There is no organization yet. Set Mintkey up in the browser first.");
  throw new UsageError(
    `--organization must be one of ${organizations.map(({ id, name }) => `${id} (${name})`).join(", ")}`,
  );
}

const commandLineActor = (): Actor => ({
  kind: "command_line",
  id: null,
  name: "Command line",
  ip: null,
  userAgent: `mint by ${userInfo().username}`,
  requestId: null,
});

runCommand(mint);
