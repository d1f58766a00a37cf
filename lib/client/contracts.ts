import { type QueryKey, queryOptions } from "@tanstack/react-query";
import type {
  ChangeContractBody,
  ContractCancellationJson,
  ContractJson,
  CreateContractBody,
} from "@/lib/api/schemas/contracts";
import type { CreditBalanceJson, CreditEntryJson, GrantCreditBody } from "@/lib/api/schemas/credits";
import type { Environment } from "@/lib/domain/environment";
import { publicApi } from "@/lib/paths";
import { type ListPage, previousOf } from "./list-page";
import { type Exact, request, requestExact } from "./request";

export type ContractFilters = { customerId?: string; isActive?: "true" | "false"; limit?: number; cursor?: string };
export type ExactCreditBalance = Exact<CreditBalanceJson>;
export type ExactCreditEntry = Exact<CreditEntryJson>;
type LedgerPage = Exact<Omit<ListPage<never>, "data"> & { data: { totalCount: number; entries: CreditEntryJson[] } }>;

/** What all queries about contracts of this environment start with: invalidate it after a change. */
export const contractsQueryKey = (environment: Environment): QueryKey => [environment, "contracts"];

export function contractsQuery(environment: Environment, filters: ContractFilters) {
  return queryOptions({
    queryKey: [...contractsQueryKey(environment), "list", filters],
    queryFn: ({ signal }) =>
      request<ListPage<ContractJson>>(publicApi(environment, "/v1/contracts", filters), { signal }),
    placeholderData: previousOf(environment),
  });
}

export function contractQuery(environment: Environment, contractId: string) {
  return queryOptions({
    queryKey: [...contractsQueryKey(environment), "one", contractId],
    queryFn: async ({ signal }) =>
      (await request<{ data: ContractJson }>(pathOf(environment, contractId), { signal })).data,
  });
}

export async function createContract(
  environment: Environment,
  body: CreateContractBody,
  idempotencyKey: string,
): Promise<ContractJson> {
  const url = publicApi(environment, "/v1/contracts");
  return (await request<{ data: ContractJson }>(url, { method: "POST", body, idempotencyKey })).data;
}

export async function changeContract(
  environment: Environment,
  contractId: string,
  body: ChangeContractBody,
): Promise<ContractJson> {
  return (await request<{ data: ContractJson }>(pathOf(environment, contractId), { method: "PATCH", body })).data;
}

/** Ends it with the current period. Said twice, it answers the same. */
export async function cancelContract(environment: Environment, contractId: string): Promise<ContractCancellationJson> {
  const url = pathOf(environment, contractId, "/cancel");
  const body = { cancelAt: "end_of_period" };
  return (await request<{ data: ContractCancellationJson }>(url, { method: "POST", body })).data;
}

export function creditBalanceQuery(environment: Environment, contractId: string) {
  return queryOptions({
    queryKey: [...contractsQueryKey(environment), "balance", contractId],
    queryFn: async ({ signal }) =>
      (await requestExact<{ data: CreditBalanceJson }>(pathOf(environment, contractId, "/credits/balance"), { signal }))
        .data,
  });
}

export function creditLedgerQuery(environment: Environment, contractId: string, limit: number, cursor?: string) {
  return queryOptions({
    queryKey: [...contractsQueryKey(environment), "ledger", contractId, { limit, cursor }],
    queryFn: ({ signal }): Promise<LedgerPage> => {
      const path = `/v1/contracts/${encodeURIComponent(contractId)}/credits/ledger` as const;
      return requestExact(publicApi(environment, path, { limit, cursor }), { signal });
    },
    placeholderData: previousOf(environment),
  });
}

export async function grantCredit(
  environment: Environment,
  contractId: string,
  body: GrantCreditBody,
  idempotencyKey: string,
): Promise<void> {
  const url = pathOf(environment, contractId, "/credits/promotional/grant");
  await request(url, { method: "POST", body, idempotencyKey });
}

const pathOf = (environment: Environment, contractId: string, rest: `/${string}` | "" = "") =>
  publicApi(environment, `/v1/contracts/${encodeURIComponent(contractId)}${rest}`);
