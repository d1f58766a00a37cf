import { CONTRACT_ENDED } from "@/lib/domain/contract";
import { dayOf } from "@/lib/domain/day";
import { grantPromotionalCredit, type PromotionalGrant } from "@/lib/operations/grant-promotional-credit";
import { getContract } from "@/lib/store/contracts";
import { findCreditState, listCreditEntries } from "@/lib/store/credits";
import { endpoint } from "../endpoint";
import { FoundAnswer } from "../found-answer";
import {
  creditBalanceAnswer,
  creditBalanceJsonOf,
  creditEntryJsonOf,
  creditGrantAnswer,
  creditGrantJsonOf,
  creditLedgerAnswer,
  grantCreditBody,
  listLedgerQuery,
} from "../schemas/credits";

const creditBalanceEndpoint = endpoint({
  method: "get",
  path: "/v1/contracts/{contractId}/credits/balance",
  summary: "Get what is left of a contract's credits",
  description:
    "One block per grant, in the order of use. `pendingCents` is what open drafts of begun periods would use now.",
  tag: "Credits",
  credential: "key-or-session",
  scope: "contracts:read",
  limit: "per-address",
  noun: "Contract",
  answer: { status: 200, schema: creditBalanceAnswer },
  handle: async ({ tenant, params, now }) => {
    const { id, currency } = await getContract(tenant, params.contractId);
    return { data: creditBalanceJsonOf(await findCreditState(tenant, id, dayOf(now)), currency, now) };
  },
});

const creditLedgerEndpoint = endpoint({
  method: "get",
  path: "/v1/contracts/{contractId}/credits/ledger",
  summary: "List every movement of a contract's credits, newest first",
  description: "Entries are never changed or deleted. All but grants name the grant they belong to.",
  tag: "Credits",
  credential: "key-or-session",
  scope: "contracts:read",
  limit: "per-address",
  noun: "Contract",
  query: listLedgerQuery,
  answer: { status: 200, schema: creditLedgerAnswer },
  handle: async ({ tenant, params, query }) => {
    const { id } = await getContract(tenant, params.contractId);
    const { items, total, ...rest } = await listCreditEntries(tenant, id, query);
    return { data: { totalCount: total, entries: items.map(creditEntryJsonOf) }, total, ...rest };
  },
});

const grantPromotionalCreditEndpoint = endpoint({
  method: "post",
  path: "/v1/contracts/{contractId}/credits/promotional/grant",
  summary: "Grant promotional credit",
  description:
    "Give `amountCents`, or `creditAmount` with `creditRateCents`; rate 0 values the credits at the contract's own rate. The same `externalId` on the same contract returns the first grant.",
  tag: "Credits",
  credential: "key-or-session",
  scope: "contracts:write",
  limit: "per-address",
  noun: "Contract",
  idempotent: true,
  exactNumbers: true,
  conflict: CONTRACT_ENDED,
  body: grantCreditBody,
  answer: { status: 201, schema: creditGrantAnswer, mayBeFound: true },
  handle: async ({ tenant, actor, params, body, now, once }) =>
    answerOf(await grantPromotionalCredit(tenant, actor, params.contractId, body, now, once(answerOf))),
});

function answerOf({ grant, isNew }: PromotionalGrant) {
  const answer = { data: creditGrantJsonOf(grant) };
  return isNew ? answer : new FoundAnswer(answer);
}

export const creditEndpoints = [creditBalanceEndpoint, creditLedgerEndpoint, grantPromotionalCreditEndpoint];
