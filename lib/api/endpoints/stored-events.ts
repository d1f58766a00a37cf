import { listRejectedEvents } from "@/lib/store/rejected-events";
import { listStoredEvents } from "@/lib/store/stored-events";
import { endpoint } from "../endpoint";
import {
  eventJsonOf,
  eventPage,
  listEventsQuery,
  listRejectedEventsQuery,
  rejectedEventJsonOf,
  rejectedEventPage,
} from "../schemas/stored-events";

const listEventsEndpoint = endpoint({
  method: "get",
  path: "/v1/events",
  summary: "List usage events, latest first",
  description: "Of an event that was sent again only the last version is listed: the one that counts.",
  tag: "Events",
  credential: "key-or-session",
  scope: "usage:read",
  limit: "exempt",
  onEventsApi: true,
  query: listEventsQuery,
  answer: { status: 200, schema: eventPage },
  handle: async ({ tenant, query: { limit, offset, cursor, ...filter } }) => {
    const { items, ...rest } = await listStoredEvents(tenant, filter, { limit, offset, cursor });
    return { data: items.map(eventJsonOf), ...rest };
  },
});

const listRejectedEventsEndpoint = endpoint({
  method: "get",
  path: "/v1/events/rejected",
  summary: "List lines that were accepted and not stored",
  description: "NDJSON lines are judged after the answer. What is refused then is listed here for 30 days.",
  tag: "Events",
  credential: "key-or-session",
  scope: "usage:read",
  limit: "exempt",
  onEventsApi: true,
  query: listRejectedEventsQuery,
  answer: { status: 200, schema: rejectedEventPage },
  handle: async ({ tenant, query: { limit, offset, cursor, ...filter } }) => {
    const { items, ...rest } = await listRejectedEvents(tenant, filter, { limit, offset, cursor });
    return { data: items.map(rejectedEventJsonOf), ...rest };
  },
});

export const storedEventEndpoints = [listEventsEndpoint, listRejectedEventsEndpoint];
