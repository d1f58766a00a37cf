import type { Tenant } from "@/lib/domain/environment";
import { NOBODY } from "./request-log-schema";
import type { SqlParameters } from "./usage-sql";

export type RequestFilter = {
  readonly keyId?: string | undefined;
  /** From the first to the last of them. */
  readonly statuses?: readonly [number, number] | undefined;
  readonly method?: string | undefined;
  readonly route?: string | undefined;
  /** A canonical network. */
  readonly network?: string | undefined;
  readonly requestId?: string | undefined;
  /** Only those that a check refused. */
  readonly refused?: boolean | undefined;
  readonly start?: Date | undefined;
  readonly end?: Date | undefined;
  /** Of the organization's keys in the other environment: their refusals belong to nobody here and are shown to it alone. */
  readonly foreignHints: readonly string[];
};

export type RequestSelection = {
  /** Whose requests: the organization's own, and what was refused because its keys belong to the other environment. */
  readonly owners: readonly string[];
  readonly matching: readonly string[];
};

/** The conditions of a filter as SQL; values are bound to `parameters`. */
export function requestSelection(tenant: Tenant, parameters: SqlParameters, filter: RequestFilter): RequestSelection {
  return { owners: ownersOf(tenant, parameters, filter.foreignHints), matching: matchingOf(parameters, filter) };
}

function ownersOf({ organizationId }: Tenant, parameters: SqlParameters, foreignHints: readonly string[]): string[] {
  const own = `organization_id = ${parameters.bind("UUID", organizationId)}`;
  if (foreignHints.length === 0) return [own];
  return [own, `(organization_id = '${NOBODY}' AND foreign_hint IN ${parameters.texts(foreignHints)})`];
}

function matchingOf(parameters: SqlParameters, filter: RequestFilter): string[] {
  const conditions: string[] = [];
  const { keyId, statuses, method, route, network, requestId, refused, start, end } = filter;
  if (keyId !== undefined) conditions.push(`key_id = ${parameters.bind("UUID", keyId)}`);
  if (statuses)
    conditions.push(
      `status BETWEEN ${parameters.bind("UInt16", statuses[0])} AND ${parameters.bind("UInt16", statuses[1])}`,
    );
  if (method !== undefined) conditions.push(`method = ${parameters.text(method)}`);
  if (route !== undefined) conditions.push(`route = ${parameters.text(route)}`);
  if (network !== undefined)
    conditions.push(`if(address = '', 0, isIPAddressInRange(address, ${parameters.text(network)}))`);
  if (requestId !== undefined) conditions.push(`request_id = ${parameters.text(requestId)}`);
  if (refused) conditions.push("failed_check != ''");
  if (start) conditions.push(`at >= ${parameters.instant(start)}`);
  if (end) conditions.push(`at < ${parameters.instant(end)}`);
  return conditions;
}
