import { readUsage } from "@/lib/operations/read-usage";
import { readUsageCost } from "@/lib/operations/read-usage-cost";
import { endpoint } from "../endpoint";
import { usageAnswer, usageJsonOf, usageQuery } from "../schemas/usage";
import { costQuestionOf, usageCostAnswer, usageCostBody, usageCostJsonOf } from "../schemas/usage-cost";

const getUsageEndpoint = endpoint({
  method: "get",
  path: "/v1/usage",
  summary: "Get usage by hour, day or month",
  description:
    "Counts all events, those of one name, or what a meter makes of them. Without `groupBy` every window of the range is listed, with it only those with events.",
  tag: "Usage",
  credential: "key-or-session",
  scope: "usage:read",
  limit: "exempt",
  onEventsApi: true,
  query: usageQuery,
  answer: { status: 200, schema: usageAnswer },
  handle: async ({ tenant, query: asked, now }) => {
    const { query, usage } = await readUsage(tenant, asked, now);
    return { data: usageJsonOf(tenant.organizationId, asked, query, usage) };
  },
});

const getUsageCostEndpoint = endpoint({
  method: "post",
  path: "/v1/usage/cost",
  summary: "Get the cost of stored usage",
  description:
    "With a contract, usage is priced as its invoices price it, period by period and without flat fees. Without one, all of a customer's usage is priced at list prices, the range as one period, in US dollars.",
  tag: "Usage",
  credential: "key-or-session",
  scope: "usage:read",
  limit: "per-address",
  exactNumbers: true,
  body: usageCostBody,
  answer: { status: 200, schema: usageCostAnswer },
  handle: async ({ tenant, body, now }) =>
    usageCostJsonOf(await readUsageCost(tenant, costQuestionOf(body), now), body, now),
});

export const usageEndpoints = [getUsageEndpoint, getUsageCostEndpoint];
