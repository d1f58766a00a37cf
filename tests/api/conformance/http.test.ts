import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, startApiServer, type World } from "../../support/api";
import { rawRequest, type Sent, sendRaw } from "../../support/calls";
import * as people from "../../support/people";
import { query } from "../../support/rows";

let world: World;
let tenant: people.Organization;
let secret: string;

beforeAll(async () => {
  world = await openWorld();
  tenant = await people.addOrganization("Acme");
  secret = (await people.mint(world.env, people.tenantOf("production", tenant))).secret;
});
afterAll(() => world.close());

const call = (method: string, path: string, sent = {}) => world.api.production.call(method, path, { secret, ...sent });
const create = (body: unknown, key?: string) =>
  call("POST", "/v1/customers", { body, headers: key === undefined ? {} : { "idempotency-key": key } });

test.each([
  ["GET", "/nowhere"],
  ["GET", "/"],
  ["GET", "/v1"],
  ["GET", "/v1/customers/"],
  ["GET", "/v1/Customers"],
  ["GET", "//v1/customers"],
  ["GET", "/v2/customers"],
  ["GET", "/api/production/v1/customers"],
  ["DELETE", "/v1/nowhere"],
  ["OPTIONS", "/v1/nowhere"],
])("%s %s is no endpoint", async (method, path) => {
  const { status, error } = await call(method, path);
  expect({ status, code: error?.code, message: error?.message }).toEqual({
    status: 404,
    code: "NOT_FOUND",
    message: "No such endpoint",
  });
});

test("HEAD answers like GET, without a body", async () => {
  const [get, head] = [await call("GET", "/v1/customers"), await call("HEAD", "/v1/customers")];
  expect([head.status, head.text]).toEqual([200, ""]);
  const names = (headers: Headers) =>
    [...headers.keys()]
      .filter((name) => !/^(content-length|transfer-encoding|connection|keep-alive)$/.test(name))
      .sort();
  expect(names(head.headers)).toEqual(names(get.headers));
  expect((await world.api.production.call("HEAD", "/v1/customers")).status).toBe(401);
});

test.each<[string, string, string, Sent, string]>([
  ["401", "GET", "/v1/me", { secret: undefined }, "Unauthorized"],
  ["404", "GET", "/v1/nowhere", {}, "Not Found"],
  ["405", "PUT", "/v1/customers", {}, "Method Not Allowed"],
  ["400", "POST", "/v1/customers", { body: { name: "", tags: 1 } }, "Bad Request"],
  ["415", "POST", "/v1/customers", { raw: "x", headers: { "content-type": "text/plain" } }, "Unsupported Media Type"],
])("a %s comes as a problem with the same facts for whoever asks", async (status, method, path, sent, title) => {
  const headers = { ...(sent.headers ?? {}), "x-request-id": "same" };
  const own = await call(method, path, { ...sent, headers });
  const problem = await call(method, path, {
    ...sent,
    headers: { ...headers, accept: "application/problem+json, */*" },
  });
  expect(problem.status).toBe(Number(status));
  expect(problem.headers.get("content-type")).toBe("application/problem+json");
  const { message, ...facts } = own.error ?? { message: "" };
  expect(problem.json).toEqual({ type: "about:blank", title, status: Number(status), detail: message, ...facts });
});

test("success stays JSON for whoever asks for problems", async () => {
  const { headers } = await call("GET", "/v1/customers", { headers: { accept: "application/problem+json" } });
  expect(headers.get("content-type")).toMatch(/^application\/json/);
});

test.each(["a", "A-z.0_9:x", "x".repeat(64)])("the request id %s comes back", async (id) => {
  expect((await call("GET", "/v1/me", { headers: { "x-request-id": id } })).headers.get("x-request-id")).toBe(id);
});

test.each(["x".repeat(65), "a b", "ä", "a\tb", "<script>", "a,b"])("the request id %j is replaced", async (id) => {
  const { headers, error } = await world.api.production.call("GET", "/v1/me", { headers: { "x-request-id": id } });
  expect(headers.get("x-request-id")).toMatch(/^req_[0-9a-f]{16}$/);
  expect(error?.requestId).toBe(headers.get("x-request-id"));
});

test("two request ids in one request are replaced by one", async () => {
  const { head } = await sendRaw(
    world.api.production.port,
    rawRequest("GET", "/v1/me", ["X-Request-Id: a", "X-Request-Id: b"]),
  );
  expect(head).toMatch(/x-request-id: req_[0-9a-f]{16}/i);
});

test("a list shows 10 customers unless asked for up to 100", async () => {
  const own = await people.addOrganization("Many");
  const many = people.tenantOf("production", own);
  for (let at = 0; at < 12; at++) await people.addCustomer(many, `customer ${at}`);
  const { secret: key } = await people.mint(world.env, many);
  const lengthOf = async (path: string) => {
    const data: unknown = Reflect.get(
      Object((await world.api.production.call("GET", path, { secret: key })).json),
      "data",
    );
    return Array.isArray(data) ? data.length : null;
  };
  expect([
    await lengthOf("/v1/customers"),
    await lengthOf("/v1/customers?limit=100"),
    await lengthOf("/v1/customers?limit=1"),
  ]).toEqual([10, 12, 1]);
  expect(await lengthOf("/v1/customers?offset=11")).toBe(1);
  expect(await lengthOf("/v1/customers?offset=10000")).toBe(0);
});

test("walking by cursor shows every row once, newest first, while rows are added", async () => {
  const own = people.tenantOf("production", await people.addOrganization("Walk"));
  const now = new Date();
  const there = await Promise.all(
    Array.from({ length: 25 }, (_, at) =>
      people.addCustomer(own, `there ${at}`, null, new Date(now.getTime() - (at % 5))),
    ),
  );
  const { secret: key } = await people.mint(world.env, own);
  const seen: string[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const { json, status, text } = await world.api.production.call(
      "GET",
      `/v1/customers?limit=4${cursor && `&cursor=${cursor}`}`,
      { secret: key },
    );
    expect(status, text).toBe(200);
    const page = Object(json);
    for (const row of page.data) seen.push(row.id);
    await people.addCustomer(own, "added meanwhile", null, new Date(now.getTime() + 1_000));
    cursor = page.nextCursor;
  }
  expect(new Set(seen).size).toBe(seen.length);
  const order = [...there].sort(
    (one, other) => other.createdAt.getTime() - one.createdAt.getTime() || (other.id < one.id ? -1 : 1),
  );
  expect(seen.filter((id) => there.some((customer) => customer.id === id))).toEqual(order.map(({ id }) => id));
});

test("a cursor of one filter is refused under another", async () => {
  for (let at = 0; at < 2; at++) await people.addCustomer(people.tenantOf("production", tenant), "x");
  const cursor = Object((await call("GET", "/v1/customers?limit=1")).json).nextCursor;
  const { status, error } = await call("GET", `/v1/customers?limit=1&cursor=${cursor}&externalCustomerId=x`);
  expect({ status, message: error?.message }).toEqual({ status: 400, message: "cursor is not a cursor of this list" });
});

test("a repeated creating call is answered with the kept bytes and makes nothing", async () => {
  const key = randomUUID();
  const [first, again] = [await create({ name: "Once" }, key), await create({ name: "Once" }, key)];
  expect([first.status, again.status, again.text]).toEqual([201, 201, first.text]);
  expect([first, again].map(({ headers }) => headers.get("idempotency-replayed"))).toEqual([null, "true"]);
  expect(await query(world.databases.productionUrl, "SELECT FROM customers WHERE name = 'Once'")).toHaveLength(1);
});

test("the same Idempotency-Key with other bytes is refused, and with another path or organization it is another one", async () => {
  const key = randomUUID();
  await create({ name: "Once" }, key);
  const { status, error } = await call("POST", "/v1/customers", {
    raw: '{ "name": "Once" }',
    headers: { "idempotency-key": key },
  });
  expect({ status, error }).toMatchObject({
    status: 409,
    error: { code: "IDEMPOTENCY_CONFLICT", message: "Idempotency-Key was already used with a different request" },
  });
  const other = await people.mint(world.env, people.tenantOf("production", await people.addOrganization("Other")));
  const foreign = await world.api.production.call("POST", "/v1/customers", {
    secret: other.secret,
    body: { name: "Else" },
    headers: { "idempotency-key": key },
  });
  expect(foreign.status).toBe(201);
});

test("a creating call that failed may be repeated with a corrected body", async () => {
  const key = randomUUID();
  expect((await create({ name: "" }, key)).status).toBe(400);
  await create({ name: "x", externalCustomerId: "taken" });
  expect((await create({ name: "y", externalCustomerId: "taken" }, key)).status).toBe(409);
  expect((await create({ name: "y", externalCustomerId: "free" }, key)).status).toBe(201);
});

test("an Idempotency-Key is forgotten after 24 hours", async () => {
  const key = randomUUID();
  await create({ name: "Once" }, key);
  const age = (interval: string) =>
    query(world.databases.productionUrl, "UPDATE idempotent_answers SET created_at = now() - $1::interval", [interval]);
  await age("23 hours 59 minutes 50 seconds");
  expect((await create({ name: "Once" }, key)).headers.get("idempotency-replayed")).toBe("true");
  await age("24 hours 1 second");
  const anew = await create({ name: "Twice" }, key);
  expect([anew.status, anew.headers.get("idempotency-replayed")]).toEqual([201, null]);
});

test.each(["", "x".repeat(257), "a b", "ä"])("the Idempotency-Key %j is refused", async (key) => {
  const latin = Buffer.from(key, "utf8").toString("latin1");
  const { status, error } = await create({ name: "x" }, latin);
  expect({ status, paths: error?.details?.map(({ path }) => path) }).toEqual({
    status: 400,
    paths: ["idempotency-key"],
  });
});

test("without a proxy the client's address is the socket's, whatever it claims", async () => {
  const server = await startApiServer({ ...world.env, MINTKEY_TRUSTED_PROXY_HOPS: 0 }, "production");
  const { json } = await server.call("GET", "/v1/me", { secret, from: "203.0.113.7" });
  expect(json).toMatchObject({ data: { clientAddress: "127.0.0.1" } });
  await server.stop();
});

test("behind two proxies the address is the second from the right, and unknown when there are fewer", async () => {
  const server = await startApiServer({ ...world.env, MINTKEY_TRUSTED_PROXY_HOPS: 2 }, "production");
  const addressFor = async (from: string) =>
    Object((await server.call("GET", "/v1/me", { secret, from })).json).data.clientAddress;
  expect(await addressFor("192.0.2.1, 203.0.113.7, 10.0.0.1")).toBe("203.0.113.7");
  expect(await addressFor("10.0.0.1")).toBeNull();
  await server.stop();
});
