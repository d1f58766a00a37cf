import { otherEnvironment, type Tenant } from "@/lib/domain/environment";
import type { StoredRequest } from "@/lib/store/requests";
import { findSecretNames, findSecretsByHint, type SecretName } from "@/lib/store/secret-names";
import type { RequestJson } from "./schemas/requests";

/** The organization's keys of the other environment, which only tell whose refused request it was: they never decide anything. */
export const foreignSecretsOf = (tenant: Tenant): Promise<ReadonlyMap<string, SecretName>> =>
  findSecretsByHint(tenant, otherEnvironment(tenant.environment));

/** The wire form of logged requests, with the names of their keys. */
export async function requestsJsonOf(
  tenant: Tenant,
  requests: readonly StoredRequest[],
  foreign: ReadonlyMap<string, SecretName>,
): Promise<RequestJson[]> {
  const secretIds = new Set(requests.flatMap(({ caller }) => caller?.secretId ?? []));
  const names = await findSecretNames(tenant, [...secretIds]);
  return requests.map((request) => requestJsonOf(request, names, foreign));
}

function requestJsonOf(
  request: StoredRequest,
  names: ReadonlyMap<string, SecretName>,
  foreign: ReadonlyMap<string, SecretName>,
): RequestJson {
  const { caller, foreignHint, errorCode, errorMessage } = request;
  return {
    requestId: request.requestId,
    at: new Date(request.atMs).toISOString(),
    key: keyNameOf(caller && names.get(caller.secretId)),
    foreignKey: keyNameOf(foreignHint === null ? null : foreign.get(foreignHint)),
    method: request.method,
    route: request.route === "" ? null : request.route,
    scope: request.scope === "" ? null : request.scope,
    status: request.status,
    error: errorCode === "" ? null : { code: errorCode, message: errorMessage },
    failedCheck: request.failedCheck,
    durationMs: request.durationUs / 1_000,
    address: request.address,
    userAgent: request.userAgent,
    serverId: request.serverId,
  };
}

const keyNameOf = (name: SecretName | null | undefined) =>
  name ? { id: name.keyId, name: name.name, hint: name.hint } : null;
