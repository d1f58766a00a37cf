import { CONTRACT_ENDED } from "@/lib/domain/contract";
import { dayOf } from "@/lib/domain/day";
import { cancelContract } from "@/lib/operations/cancel-contract";
import { changeContract } from "@/lib/operations/change-contract";
import { createContract, PLAN_ARCHIVED } from "@/lib/operations/create-contract";
import { getContract, listContracts } from "@/lib/store/contracts";
import { endpoint } from "../endpoint";
import {
  cancelContractBody,
  changeContractBody,
  contractAnswer,
  contractCancellationAnswer,
  contractCancellationJsonOf,
  contractJsonOf,
  contractPage,
  createContractBody,
  listContractsQuery,
} from "../schemas/contracts";

const listContractsEndpoint = endpoint({
  method: "get",
  path: "/v1/contracts",
  summary: "List contracts, newest first",
  tag: "Contracts",
  credential: "key-or-session",
  scope: "contracts:read",
  limit: "per-address",
  query: listContractsQuery,
  answer: { status: 200, schema: contractPage },
  handle: async ({ tenant, query: { limit, offset, cursor, ...filter }, now }) => {
    const { items, ...rest } = await listContracts(tenant, filter, { limit, offset, cursor }, dayOf(now));
    return { data: items.map((contract) => contractJsonOf(contract, dayOf(now))), ...rest };
  },
});

const getContractEndpoint = endpoint({
  method: "get",
  path: "/v1/contracts/{contractId}",
  summary: "Get a contract",
  tag: "Contracts",
  credential: "key-or-session",
  scope: "contracts:read",
  limit: "per-address",
  noun: "Contract",
  answer: { status: 200, schema: contractAnswer },
  handle: async ({ tenant, params, now }) => ({
    data: contractJsonOf(await getContract(tenant, params.contractId), dayOf(now)),
  }),
});

const createContractEndpoint = endpoint({
  method: "post",
  path: "/v1/contracts",
  summary: "Create a contract",
  description:
    "Starts from 400 days ago to 5 years ahead and lasts at most 10 years. `overrides` replace amounts of the plan's pricings for this contract only. The plan cannot be changed from its first contract on.",
  tag: "Contracts",
  credential: "key-or-session",
  scope: "contracts:write",
  limit: "per-address",
  idempotent: true,
  exactNumbers: true,
  conflict: PLAN_ARCHIVED,
  body: createContractBody,
  answer: { status: 201, schema: contractAnswer },
  handle: async ({ tenant, actor, body, now, once }) => {
    const contract = await createContract(
      tenant,
      actor,
      body,
      now,
      once((created) => ({ data: contractJsonOf(created, dayOf(now)) })),
    );
    return { data: contractJsonOf(contract, dayOf(now)) };
  },
});

const changeContractEndpoint = endpoint({
  method: "patch",
  path: "/v1/contracts/{contractId}",
  summary: "Replace a contract's metadata",
  description: "Nothing else of a contract can be changed. An ended contract's metadata can.",
  tag: "Contracts",
  credential: "key-or-session",
  scope: "contracts:write",
  limit: "per-address",
  noun: "Contract",
  body: changeContractBody,
  answer: { status: 200, schema: contractAnswer },
  handle: async ({ tenant, actor, params, body, now }) => ({
    data: contractJsonOf(await changeContract(tenant, actor, params.contractId, body, now), dayOf(now)),
  }),
});

const cancelContractEndpoint = endpoint({
  method: "post",
  path: "/v1/contracts/{contractId}/cancel",
  summary: "Cancel a contract at the end of its current period",
  description:
    "The current period is still billed; later drafts are cancelled. Before the start all are. Cancelling again returns the first result.",
  tag: "Contracts",
  credential: "key-or-session",
  scope: "contracts:write",
  limit: "per-address",
  noun: "Contract",
  conflict: CONTRACT_ENDED,
  body: cancelContractBody,
  answer: { status: 200, schema: contractCancellationAnswer },
  handle: async ({ tenant, actor, params, now }) => {
    const { contract, cancellation } = await cancelContract(tenant, actor, params.contractId, now);
    return { data: contractCancellationJsonOf(contract.id, cancellation) };
  },
});

export const contractEndpoints = [
  listContractsEndpoint,
  getContractEndpoint,
  createContractEndpoint,
  changeContractEndpoint,
  cancelContractEndpoint,
];
