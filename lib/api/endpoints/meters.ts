import { archiveMeter, METER_IN_USE } from "@/lib/operations/archive-meter";
import { createMeter } from "@/lib/operations/create-meter";
import { getMeter, listMeters } from "@/lib/store/meters";
import { endpoint } from "../endpoint";
import { createMeterBody, listMetersQuery, meterAnswer, meterJsonOf, meterPage } from "../schemas/meters";
import { SUCCESS, successAnswer } from "../schemas/paging";

const listMetersEndpoint = endpoint({
  method: "get",
  path: "/v1/meters",
  summary: "List meters, newest first",
  tag: "Meters",
  credential: "key-or-session",
  scope: "meters:read",
  limit: "per-address",
  query: listMetersQuery,
  answer: { status: 200, schema: meterPage },
  handle: async ({ tenant, query: { status, ...page } }) => {
    const { items, ...rest } = await listMeters(tenant, { status }, page);
    return { data: items.map(meterJsonOf), ...rest };
  },
});

const getMeterEndpoint = endpoint({
  method: "get",
  path: "/v1/meters/{meterId}",
  summary: "Get a meter",
  tag: "Meters",
  credential: "key-or-session",
  scope: "meters:read",
  limit: "per-address",
  noun: "Meter",
  answer: { status: 200, schema: meterAnswer },
  handle: async ({ tenant, params }) => ({ data: meterJsonOf(await getMeter(tenant, params.meterId)) }),
});

const createMeterEndpoint = endpoint({
  method: "post",
  path: "/v1/meters",
  summary: "Create a meter",
  description:
    "An event counts when its name matches `eventTypeFilter` and all `propertyFilters` hold. With `groupKeys` the value is computed per combination and summed.",
  tag: "Meters",
  credential: "key-or-session",
  scope: "meters:write",
  limit: "per-address",
  idempotent: true,
  exactNumbers: true,
  conflict: "code is already used by another active meter",
  body: createMeterBody,
  answer: { status: 201, schema: meterAnswer },
  handle: async ({ tenant, actor, body, now, once }) => {
    const { sql: _, ...input } = body;
    const meter = await createMeter(
      tenant,
      actor,
      input,
      now,
      once((created) => ({ data: meterJsonOf(created) })),
    );
    return { data: meterJsonOf(meter) };
  },
});

const archiveMeterEndpoint = endpoint({
  method: "delete",
  path: "/v1/meters/{meterId}",
  summary: "Archive a meter",
  description:
    "Its `code` is free again. It still answers usage queries and takes no new pricing. Archiving it again changes nothing.",
  tag: "Meters",
  credential: "key-or-session",
  scope: "meters:write",
  limit: "per-address",
  noun: "Meter",
  conflict: METER_IN_USE,
  answer: { status: 200, schema: successAnswer },
  handle: async ({ tenant, actor, params, now }) => {
    await archiveMeter(tenant, actor, params.meterId, now);
    return SUCCESS;
  },
});

export const meterEndpoints = [listMetersEndpoint, getMeterEndpoint, createMeterEndpoint, archiveMeterEndpoint];
