import { archivePlan } from "@/lib/operations/archive-plan";
import { changePlan, PLAN_USED } from "@/lib/operations/change-plan";
import { createPlan } from "@/lib/operations/create-plan";
import { METER_ARCHIVED } from "@/lib/operations/create-pricing";
import { getPlan, listPlans } from "@/lib/store/plans";
import { endpoint } from "../endpoint";
import { SUCCESS, successAnswer } from "../schemas/paging";
import { changePlanBody, createPlanBody, listPlansQuery, planAnswer, planJsonOf, planPage } from "../schemas/plans";

const listPlansEndpoint = endpoint({
  method: "get",
  path: "/v1/plans",
  summary: "List plans, newest first",
  tag: "Plans",
  credential: "key-or-session",
  scope: "plans:read",
  limit: "per-address",
  query: listPlansQuery,
  answer: { status: 200, schema: planPage },
  handle: async ({ tenant, query: { status, ...page } }) => {
    const { items, ...rest } = await listPlans(tenant, { status }, page);
    return { data: items.map(planJsonOf), ...rest };
  },
});

const getPlanEndpoint = endpoint({
  method: "get",
  path: "/v1/plans/{planId}",
  summary: "Get a plan",
  tag: "Plans",
  credential: "key-or-session",
  scope: "plans:read",
  limit: "per-address",
  noun: "Plan",
  answer: { status: 200, schema: planAnswer },
  handle: async ({ tenant, params }) => ({ data: planJsonOf(await getPlan(tenant, params.planId)) }),
});

const createPlanEndpoint = endpoint({
  method: "post",
  path: "/v1/plans",
  summary: "Create a plan",
  description:
    "At least one item is recurring, and all recurring items share one interval: that is the plan's. Invoice lines stand in the order of the items.",
  tag: "Plans",
  credential: "key-or-session",
  scope: "plans:write",
  limit: "per-address",
  idempotent: true,
  conflict: METER_ARCHIVED,
  exactNumbers: true,
  body: createPlanBody,
  answer: { status: 201, schema: planAnswer },
  handle: async ({ tenant, actor, body, now, once }) => {
    const plan = await createPlan(
      tenant,
      actor,
      body,
      now,
      once((created) => ({ data: planJsonOf(created) })),
    );
    return { data: planJsonOf(plan) };
  },
});

const changePlanEndpoint = endpoint({
  method: "patch",
  path: "/v1/plans/{planId}",
  summary: "Change a plan",
  description:
    "Possible until the first contract of the plan. Fields that are left out stay; `items` are replaced as a whole.",
  tag: "Plans",
  credential: "key-or-session",
  scope: "plans:write",
  limit: "per-address",
  noun: "Plan",
  conflict: PLAN_USED,
  exactNumbers: true,
  body: changePlanBody,
  answer: { status: 200, schema: planAnswer },
  handle: async ({ tenant, actor, params, body, now }) => ({
    data: planJsonOf(await changePlan(tenant, actor, params.planId, body, now)),
  }),
});

const archivePlanEndpoint = endpoint({
  method: "delete",
  path: "/v1/plans/{planId}",
  summary: "Archive a plan",
  description: "Running contracts go on, new ones are refused. Archiving it again changes nothing.",
  tag: "Plans",
  credential: "key-or-session",
  scope: "plans:write",
  limit: "per-address",
  noun: "Plan",
  answer: { status: 200, schema: successAnswer },
  handle: async ({ tenant, actor, params, now }) => {
    await archivePlan(tenant, actor, params.planId, now);
    return SUCCESS;
  },
});

export const planEndpoints = [
  listPlansEndpoint,
  getPlanEndpoint,
  createPlanEndpoint,
  changePlanEndpoint,
  archivePlanEndpoint,
];
