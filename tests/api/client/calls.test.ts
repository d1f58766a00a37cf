import { randomUUID } from "node:crypto";
import { inspect } from "node:util";
import createClient from "openapi-fetch";
import { afterAll, beforeAll, beforeEach, expect, expectTypeOf, test } from "vitest";
import type { ListPath, PathOf } from "@/lib/api-client/calls";
import {
  MintkeyConflictError,
  MintkeyConnectionError,
  MintkeyError,
  MintkeyNotFoundError,
  MintkeyValidationError,
} from "@/lib/api-client/errors";
import type { Mintkey } from "@/lib/api-client/mintkey";
import type { paths } from "@/lib/api-client/schema";
import { openWorld, type World } from "../../support/api";
import { clientOf, failureOf } from "../../support/mintkey-client";
import * as people from "../../support/people";
import { query } from "../../support/rows";

let world: World;
let organization: people.Organization;
let apiKey: string;
let mintkey: Mintkey;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

// An organization without customers.
beforeEach(async () => {
  organization = await people.addOrganization(`Acme ${randomUUID()}`);
  apiKey = (await people.mint(world.env, people.tenantOf("sandbox", organization))).secret;
  mintkey = clientOf(world.api.sandbox, apiKey);
});

test("the generated types and openapi-fetch alone are a client", async () => {
  const headers = { Authorization: `Bearer ${apiKey}` };
  const plain = createClient<paths, "application/json">({ baseUrl: world.api.sandbox.url, headers });
  const created = await plain.POST("/v1/customers", { body: { name: "Globex", tags: ["beta"] } });
  expect(created.response.status).toBe(201);
  const path = { customerId: created.data?.data.id ?? "" };
  const changed = await plain.PATCH("/v1/customers/{customerId}", {
    params: { path },
    body: { legalName: "Globex Ltd" },
  });
  expect(changed.data?.data).toMatchObject({ name: "Globex", legalName: "Globex Ltd", tags: ["beta"] });
  expect((await plain.GET("/v1/customers/{customerId}", { params: { path } })).data).toEqual(changed.data);
  const listed = await plain.GET("/v1/customers", { params: { query: { limit: 1 } } });
  expect(listed.data).toMatchObject({ data: [changed.data?.data], total: 1, nextCursor: null });
  const { error } = await plain.GET("/v1/customers", { params: { query: { limit: 101 } } });
  expect(error?.error).toMatchObject({ code: "VALIDATION_ERROR", details: [{ path: "limit" }] });
});

test("a customer that is created, changed and read back is the same in every answer", async () => {
  const { data: created } = await mintkey.post("/v1/customers", {
    body: { name: "Globex", externalCustomerId: "crm 1" },
  });
  const path = { customerId: created.id };
  const { data: changed } = await mintkey.patch("/v1/customers/{customerId}", { path, body: { tags: ["beta"] } });
  expect(changed).toEqual({ ...created, tags: ["beta"], updatedAt: changed.updatedAt });
  expect(await mintkey.get("/v1/customers/{customerId}", { path })).toEqual({ data: changed });
  const found = await mintkey.get("/v1/customers", { query: { externalCustomerId: "crm 1", limit: 1 } });
  expect(found).toEqual({ data: [changed], hasMore: false, total: 1, nextCursor: null });
  expect((await mintkey.get("/v1/me")).data.key?.environment).toBe("sandbox");
});

test("what is archived is answered alike a second time", async () => {
  const { data } = await mintkey.post("/v1/meters", { body: { displayName: "Calls", aggregationType: "COUNT" } });
  const path = { meterId: data.id };
  const first = await mintkey.delete("/v1/meters/{meterId}", { path });
  expect(first).toEqual({ data: { success: true } });
  expect(await mintkey.delete("/v1/meters/{meterId}", { path })).toEqual(first);
});

test("walking a list shows each of more rows than two pages hold once, newest first", async () => {
  // Creating so many one by one would take seconds.
  await query(
    world.databases.sandboxUrl,
    `INSERT INTO customers (organization_id, id, name, contacts, tags, created_at, updated_at)
     SELECT $1, gen_random_uuid(), 'customer ' || n, '[]', '{}', now() - n * interval '1 second', now() FROM generate_series(1, 205) n`,
    [organization.id],
  );
  const seen: string[] = [];
  for await (const customer of mintkey.list("/v1/customers")) seen.push(customer.name);
  expect(seen).toEqual(Array.from({ length: 205 }, (_, at) => `customer ${at + 1}`));
});

test("a list asks for its next page only when the last one is used up, and keeps its filters", async () => {
  for (const name of ["one", "two", "three"]) await mintkey.post("/v1/customers", { body: { name } });
  const asked: string[] = [];
  const watched = clientOf(world.api.sandbox, apiKey, {
    fetch: (request) => {
      asked.push(new URL(request.url).search.replace(/cursor=[^&]+/, "cursor=…"));
      return fetch(request);
    },
  });
  for await (const { name } of watched.list("/v1/customers", { query: { limit: 1 } })) if (name === "two") break;
  expect(asked).toEqual(["?limit=1", "?limit=1&cursor=…"]);
});

test("rows that stand under `entries` are walked as well", async () => {
  const pages = [
    { data: { totalCount: 2, entries: ["newest"] }, hasMore: true, total: 2, nextCursor: "further" },
    { data: { totalCount: 2, entries: ["oldest"] }, hasMore: false, total: 2, nextCursor: null },
  ];
  const ledger = clientOf(world.api.sandbox, apiKey, { fetch: async () => Response.json(pages.shift()) });
  const rows: unknown[] = [];
  for await (const row of ledger.list("/v1/customers")) rows.push(row);
  expect(rows).toEqual(["newest", "oldest"]);
});

test("only lists can be walked, and a path offers only its own methods", () => {
  expectTypeOf<"/v1/customers">().toExtend<ListPath>();
  expectTypeOf<"/v1/customers/{customerId}">().not.toExtend<ListPath>();
  expectTypeOf<"/v1/me">().not.toExtend<ListPath>();
  expectTypeOf<"/v1/customers">().toExtend<PathOf<"post">>();
  expectTypeOf<"/v1/me">().not.toExtend<PathOf<"post">>();
});

test("a fault is thrown with its code, its request id and every place it stands in", async () => {
  const body = { name: "", contacts: [{ email: "nobody", roles: [] }] };
  const error = await failureOf(mintkey.post("/v1/customers", { body }));
  expect(error).toBeInstanceOf(MintkeyValidationError);
  expect(error).toMatchObject({ status: 400, code: "VALIDATION_ERROR", requestId: expect.stringMatching(/^req_/) });
  const places = error instanceof MintkeyError ? error.details.map(({ path }) => path) : [];
  expect(places).toEqual(["name", "contacts[0].email", "contacts[0].roles"]);
});

test("what is missing and what stands in the way are errors of their own", async () => {
  const path = { customerId: randomUUID() };
  const missing = await failureOf(mintkey.get("/v1/customers/{customerId}", { path }));
  expect(missing).toBeInstanceOf(MintkeyNotFoundError);
  expect(missing).toMatchObject({ status: 404, code: "NOT_FOUND", message: "Customer not found" });
  const body = { name: "Globex", externalCustomerId: "crm-1" };
  await mintkey.post("/v1/customers", { body });
  const conflict = await failureOf(mintkey.post("/v1/customers", { body }));
  expect(conflict).toBeInstanceOf(MintkeyConflictError);
  expect(conflict).toMatchObject({ status: 409, code: "CONFLICT" });
});

test("no failure shows the key: not a refused one, not one on a server that is away or repeats what it was sent", async () => {
  const elsewhere = clientOf(world.api.production, apiKey);
  const nowhere = clientOf({ url: "http://127.0.0.1:1" }, apiKey, { maxRetries: 0 });
  const repeating = clientOf(world.api.sandbox, apiKey, {
    maxRetries: 0,
    fetch: async (request) =>
      Response.json({ error: { message: request.headers.get("authorization"), code: "ODD" } }, { status: 500 }),
  });
  const failures = await Promise.all([
    failureOf(elsewhere.get("/v1/me")),
    failureOf(nowhere.get("/v1/me")),
    failureOf(repeating.get("/v1/me")),
    failureOf(mintkey.get("/v1/customers/{customerId}", { path: { customerId: apiKey } })),
    failureOf(mintkey.get("/v1/customers", { query: { externalCustomerId: apiKey } })),
  ]);
  expect(failures[0]).toMatchObject({ status: 401, code: "UNAUTHORIZED", message: "Invalid API key" });
  expect(failures[1]).toBeInstanceOf(MintkeyConnectionError);
  expect(failures[2]).toMatchObject({ code: "ODD", message: "Bearer [API key]" });
  expect(failures[3]).toMatchObject({ message: "The API key must not stand in a path or a query." });
  const shown = inspect(failures, { depth: null, showHidden: true }) + JSON.stringify(failures);
  expect(shown).not.toContain(apiKey.slice(8, 24));
});

test("an answer that is not Mintkey's is an error, whether it says yes, no or elsewhere", async () => {
  const answering = (response: Response) =>
    failureOf(clientOf(world.api.sandbox, apiKey, { fetch: async () => response, maxRetries: 0 }).get("/v1/me"));
  expect(await answering(new Response("<p>Welcome</p>"))).toBeInstanceOf(MintkeyConnectionError);
  expect(await answering(new Response("<p>Bad gateway</p>", { status: 502 }))).toMatchObject({
    status: 502,
    code: "UNKNOWN",
    requestId: null,
    details: [],
  });
  const redirect = new Response(null, { status: 302, headers: { location: "http://elsewhere.example.test" } });
  expect(await answering(redirect)).toMatchObject({ status: 302, code: "UNKNOWN" });
});
