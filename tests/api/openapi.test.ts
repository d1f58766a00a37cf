import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { apiEndpoints } from "@/lib/api/endpoints";
import { invoiceAnswer } from "@/lib/api/schemas/invoices";
import { revokeApiKey } from "@/lib/operations/revoke-api-key";
import { openWorld, type World } from "../support/api";
import type { Sent } from "../support/calls";
import * as people from "../support/people";

const operation = z.looseObject({
  operationId: z.string(),
  "x-scope": z.string().nullable(),
  "x-rate-limit": z.string(),
  responses: z.record(
    z.string(),
    z.looseObject({
      content: z.record(
        z.string(),
        z.looseObject({
          example: z.unknown().optional(),
          examples: z.record(z.string(), z.object({ value: z.unknown() })).optional(),
        }),
      ),
    }),
  ),
});
const document = z.looseObject({
  openapi: z.literal("3.1.0"),
  servers: z.array(z.strictObject({ url: z.string(), description: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), operation)),
});

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const read = async () => document.parse((await world.api.sandbox.call("GET", "/v1/openapi.json")).json);

test("the document tells of every endpoint, with the scope it needs, and of no other", async () => {
  const { paths, servers } = await read();
  const told = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { "x-scope": scope, "x-rate-limit": limit }]) => [
      method,
      path,
      scope,
      limit,
    ]),
  );
  const served = apiEndpoints("").map(({ method, path, scope, limit }) => [method, path, scope, limit]);
  expect(told.map(String).sort()).toEqual(served.map(String).sort());
  expect(servers).toEqual([{ url: "https://api.example.test/sandbox", description: "The sandbox environment" }]);
});

test("the answer that it shows for an endpoint is one that the endpoint may give", async () => {
  const { paths } = await read();
  for (const { method, path, answer } of apiEndpoints("")) {
    const shown = paths[path]?.[method]?.responses[answer.status]?.content["application/json"]?.example;
    if (shown === undefined) continue;
    const { error } = answer.schema.safeParse(shown);
    expect(error?.issues ?? [], `${method} ${path}`).toEqual([]);
  }
});

test("the lines of the invoice that it shows come to its total", async () => {
  const { paths } = await read();
  const shown = paths["/v1/invoices/{invoiceId}"]?.get?.responses[200]?.content["application/json"]?.example;
  const { totalCents, lineItems = [] } = invoiceAnswer.parse(shown).data;
  expect(lineItems.map(({ totalAmountCents }) => totalAmountCents)).toEqual([8700, -300]);
  expect(lineItems.reduce((sum, { totalAmountCents }) => sum + totalAmountCents, 0)).toBe(totalCents);
});

test("no two operations share a name", async () => {
  const { paths } = await read();
  const names = Object.values(paths).flatMap((operations) => Object.values(operations).map((one) => one.operationId));
  expect(new Set(names).size).toBe(names.length);
});

test("every reference in the document leads somewhere in it", async () => {
  const { text } = await world.api.sandbox.call("GET", "/v1/openapi.json");
  const whole: unknown = JSON.parse(text);
  for (const [, pointer = ""] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const found = pointer.split("/").reduce<unknown>((at, name) => Reflect.get(Object(at), name), whole);
    expect(found, pointer).toBeDefined();
  }
});

const KEYS = ["none", "unknown", "revoked", "expired", "elsewhere", "without scopes", "good"] as const;
type Key = (typeof KEYS)[number];

async function secretsOf(tenant: people.Organization): Promise<Record<Key, string | undefined>> {
  const own = people.tenantOf("sandbox", tenant);
  const revoked = await people.mint(world.env, own);
  await revokeApiKey(own, people.actorNamed("Tests"), revoked.key.id, { reason: "OTHER", note: "" }, new Date());
  return {
    none: undefined,
    unknown: people.unknownSecretOf("sandbox"),
    revoked: revoked.secret,
    expired: (await people.mintExpired(world.env, own)).secret,
    elsewhere: (await people.mint(world.env, own, { allowedIps: ["192.0.2.1/32"] })).secret,
    "without scopes": (await people.mint(world.env, own, { scopes: ["usage:write"] })).secret,
    good: (await people.mint(world.env, own)).secret,
  };
}

const CUSTOMER = "/v1/customers/{customerId}";
const REFUSED: readonly { name: string; method: "GET" | "PATCH" | "POST"; path: string; key: Key; sent?: Sent }[] = [
  { name: "absent", method: "GET", path: "/v1/customers", key: "none" },
  { name: "unknown", method: "GET", path: "/v1/customers", key: "unknown" },
  { name: "revoked", method: "GET", path: "/v1/customers", key: "revoked" },
  { name: "expired", method: "GET", path: "/v1/customers", key: "expired" },
  { name: "address", method: "GET", path: "/v1/customers", key: "elsewhere" },
  { name: "scope", method: "POST", path: "/v1/customers", key: "without scopes", sent: { body: {} } },
  { name: "invalid", method: "POST", path: "/v1/customers", key: "good", sent: { body: {} } },
  {
    name: "type",
    method: "POST",
    path: "/v1/customers",
    key: "good",
    sent: { raw: "{}", headers: { "content-type": "" } },
  },
  { name: "size", method: "POST", path: "/v1/customers", key: "good", sent: { raw: " ".repeat(1_048_577) } },
  { name: "missing", method: "PATCH", path: CUSTOMER, key: "good", sent: { body: { name: "Globex" } } },
];

test("the bodies it shows for refusals are the ones that are answered, also as problems", async () => {
  const { paths } = await read();
  const secrets = await secretsOf(await people.addOrganization("Acme"));
  for (const { name, method, path, key, sent } of REFUSED) {
    for (const type of ["application/json", "application/problem+json"]) {
      const headers = { ...sent?.headers, accept: type };
      const url = path.replace("{customerId}", randomUUID());
      const answer = await world.api.sandbox.call(method, url, { ...sent, headers, secret: secrets[key] });
      const shown = paths[path]?.[method.toLowerCase()]?.responses[answer.status]?.content[type]?.examples?.[name];
      expect(shown, `${name} of ${method} ${path}`).toBeDefined();
      const sameId = (body: unknown) => JSON.stringify(body).replace(/"requestId":"[^"]+"/, "");
      expect(sameId(answer.json), name).toBe(sameId(shown?.value));
    }
  }
});
