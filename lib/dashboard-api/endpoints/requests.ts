import { endpoint } from "@/lib/api/endpoint";
import { REQUEST_ID_FORM } from "@/lib/api/request-id";
import { notFound } from "@/lib/domain/errors";
import type { RequestFilter } from "@/lib/store/request-conditions";
import { findRequestedRoutes } from "@/lib/store/request-usage";
import { findRequest, findStrangersRequestAcrossTenants, listRequests } from "@/lib/store/requests";
import { lastDays } from "../log-range";
import { foreignSecretsOf, requestsJsonOf } from "../request-json";
import {
  explanationAnswer,
  getRequestQuery,
  listRequestsQuery,
  requestAnswer,
  requestPage,
  routesAnswer,
} from "../schemas/requests";

const SESSION = { credential: "session", scope: null, limit: "per-address", tag: "Requests", method: "get" } as const;
const ROUTES_OF_DAYS = 30;

const listRequestsEndpoint = endpoint({
  ...SESSION,
  path: "/requests",
  summary: "List requests to the API, newest first",
  description: "Kept for 90 days. No body, no header and no value of a query is among them.",
  query: listRequestsQuery,
  answer: { status: 200, schema: requestPage },
  handle: async ({ tenant, query: { status, route, address, refused, limit, cursor, ...filter } }) => {
    const foreign = await foreignSecretsOf(tenant);
    const [method, path] = route?.split(" ") ?? [];
    const wanted: RequestFilter = {
      ...filter,
      statuses: status,
      method,
      route: path,
      network: address,
      refused: refused === "true",
      // A key of this environment is never one of the other.
      foreignHints: filter.keyId === undefined ? [...foreign.keys()] : [],
    };
    const { items, ...page } = await listRequests(tenant, wanted, { limit, cursor });
    return { data: await requestsJsonOf(tenant, items, foreign), ...page };
  },
});

const routesEndpoint = endpoint({
  ...SESSION,
  path: "/requests/routes",
  summary: `The endpoints that were asked for in ${ROUTES_OF_DAYS} days`,
  answer: { status: 200, schema: routesAnswer },
  handle: async ({ tenant, now }) => ({
    data: [...(await findRequestedRoutes(tenant, lastDays(ROUTES_OF_DAYS, now)))],
  }),
});

const getRequestEndpoint = endpoint({
  ...SESSION,
  path: "/requests/{requestId}",
  summary: "Get a request",
  description: "The newest with this id. Callers may choose ids: `at` tells apart those that have the same.",
  noun: "Request",
  idForm: REQUEST_ID_FORM,
  query: getRequestQuery,
  answer: { status: 200, schema: requestAnswer },
  handle: async ({ tenant, params, query }) => {
    const foreign = await foreignSecretsOf(tenant);
    const found = await findRequest(tenant, params.requestId, query.at, [...foreign.keys()]);
    const [data] = await requestsJsonOf(tenant, found ? [found] : [], foreign);
    if (!data) throw notFound("Request");
    return { data };
  },
});

const explainEndpoint = endpoint({
  ...SESSION,
  path: "/requests/{requestId}/checks",
  summary: "Why a request was refused",
  description: "Also of requests that belong to nobody, for whoever knows their id: only what was checked is told.",
  noun: "Request",
  idForm: REQUEST_ID_FORM,
  answer: { status: 200, schema: explanationAnswer },
  handle: async ({ tenant, params: { requestId } }) => {
    const own = await findRequest(tenant, requestId, undefined, []);
    const found = own ?? (await findStrangersRequestAcrossTenants(tenant.environment, requestId));
    if (!found) throw notFound("Request");
    const { atMs, status, failedCheck, errorMessage } = found;
    const message = errorMessage === "" ? null : errorMessage;
    return { data: { requestId, at: new Date(atMs).toISOString(), status, failedCheck, message } };
  },
});

export const requestEndpoints = [listRequestsEndpoint, routesEndpoint, getRequestEndpoint, explainEndpoint];
