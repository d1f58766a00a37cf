// What holds for every endpoint that takes a key, generated from the declarations: a new endpoint is tested before anybody
// writes a test for it.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { JSON_BODY } from "@/lib/api/body-form";
import type { Endpoint } from "@/lib/api/endpoint";
import { apiEndpoints } from "@/lib/api/endpoints";
import { NAMED_SCOPES } from "@/lib/domain/scope";
import { revokeApiKey } from "@/lib/operations/revoke-api-key";
import { openWorld, type World } from "../support/api";
import type { Sent } from "../support/calls";
import { exampleOf, hasExample, nameOf, pathOf } from "../support/examples";
import * as people from "../support/people";

const MISSING = "Missing or invalid Authorization header. Use: Authorization: Bearer <api_key>";
const ALL = apiEndpoints("https://api.example.test");
const KEYED = ALL.filter((endpoint) => endpoint.credential === "key-or-session");

let world: World;
let acme: people.Organization;
let globex: people.Organization;
let owner: people.Member;

beforeAll(async () => {
  world = await openWorld();
  acme = await people.addOrganization("Acme");
  globex = await people.addOrganization("Globex");
  owner = await people.addMember(world.env, acme, "owner");
});
afterAll(() => world.close());

const inProduction = () => people.tenantOf("production", acme);
const minted = async (minting: people.Minting = {}) => (await people.mint(world.env, inProduction(), minting)).secret;
const call = (endpoint: Endpoint, sent: Sent = {}, path = pathOf(endpoint)) =>
  world.api.production.call(endpoint.method.toUpperCase(), path, { ...(endpoint.body && { body: {} }), ...sent });
const place = () => ({ env: world.env, tenant: inProduction(), member: owner });

async function revokedSecret(): Promise<string> {
  const { key, secret } = await people.mint(world.env, inProduction());
  await revokeApiKey(inProduction(), people.actorNamed("Tests"), key.id, { reason: "OTHER", note: "" }, new Date());
  return secret;
}

for (const endpoint of KEYED) {
  describe(`${nameOf(endpoint)}`, () => {
    test("refuses a call without a credential, and says how to send one", async () => {
      const { status, error, headers } = await call(endpoint);
      expect({ status, error }).toMatchObject({ status: 401, error: { code: "UNAUTHORIZED", message: MISSING } });
      expect(headers.get("www-authenticate")).toBe('Bearer realm="mintkey"');
    });

    test.each([
      ["of no key's form", async () => "nonsense", "Invalid API key"],
      ["that nobody minted", async () => people.unknownSecretOf("production"), "Invalid API key"],
      ["that was revoked", revokedSecret, "API key has been revoked"],
      [
        "that has expired",
        async () => (await people.mintExpired(world.env, inProduction())).secret,
        "API key has expired",
      ],
    ])("refuses a key %s", async (_, secretOf, message) => {
      const { status, error, headers } = await call(endpoint, { secret: await secretOf() });
      expect({ status, error }).toMatchObject({ status: 401, error: { code: "UNAUTHORIZED", message } });
      expect(headers.get("www-authenticate")).toBe(
        `Bearer realm="mintkey", error="invalid_token", error_description="${message}"`,
      );
    });

    test("refuses a key of the other environment, and says so", async () => {
      const { secret } = await people.mint(world.env, people.tenantOf("sandbox", acme));
      const { status, error } = await call(endpoint, { secret });
      expect({ status, error }).toMatchObject({
        status: 401,
        error: {
          message: "Invalid API key",
          details: [{ path: "authorization", message: "This is a sandbox key; this server is production" }],
        },
      });
    });

    test("refuses a key from an address outside its rules", async () => {
      const secret = await minted({ allowedIps: ["203.0.113.0/24"] });
      const { status, error, headers } = await call(endpoint, { secret, from: "203.0.114.1" });
      expect({ status, error }).toMatchObject({
        status: 403,
        error: { code: "FORBIDDEN", message: "API key is not allowed from this IP address" },
      });
      expect(headers.get("www-authenticate")).toBeNull();
    });
  });
}

for (const endpoint of KEYED.filter(({ scope }) => scope !== null)) {
  describe(`the scope of ${nameOf(endpoint)}`, () => {
    test("refuses a key that has every scope but the needed one, and names it", async () => {
      const secret = await minted({ scopes: NAMED_SCOPES.filter((scope) => scope !== endpoint.scope) });
      const { status, error, headers } = await call(endpoint, { secret });
      const message = `API key does not have the required permission: ${endpoint.scope}`;
      expect({ status, error }).toMatchObject({ status: 403, error: { code: "FORBIDDEN", message } });
      expect(headers.get("www-authenticate")).toBe(
        `Bearer realm="mintkey", error="insufficient_scope", scope="${endpoint.scope}"`,
      );
    });

    test("is opened by the needed scope alone, and by full access", async () => {
      for (const scopes of [NAMED_SCOPES.filter((scope) => scope === endpoint.scope), ["*" as const]]) {
        const { status } = await call(endpoint, { secret: await minted({ scopes }) });
        expect([401, 403]).not.toContain(status);
      }
    });
  });
}

for (const endpoint of KEYED.filter(({ pathParams }) => pathParams.length > 0)) {
  describe(`what ${nameOf(endpoint)} does not find`, () => {
    test("reads the same whether it is another organization's, another environment's or nobody's", async () => {
      const example = await exampleOf(endpoint, place());
      const foreign = (await people.mint(world.env, people.tenantOf("production", globex))).secret;
      const { secret: ofSandbox } = await people.mint(world.env, people.tenantOf("sandbox", acme));
      const same = { headers: { "x-request-id": "same" }, from: "192.0.2.77", body: example.body };
      const answers = [
        await call(endpoint, { ...same, secret: foreign }, pathOf(endpoint, example)),
        await call(endpoint, { ...same, secret: foreign }, pathOf(endpoint)),
        await world.api.sandbox.call(endpoint.method.toUpperCase(), pathOf(endpoint, example), {
          ...same,
          secret: ofSandbox,
        }),
        await call(
          endpoint,
          { ...same, secret: foreign },
          pathOf(endpoint, { params: { [endpoint.pathParams[0] ?? ""]: "x" } }),
        ),
      ];
      const facts = answers.map(({ status, text, headers }) => ({ status, text, headers: comparable(headers) }));
      expect(facts[0]?.status).toBe(404);
      for (const fact of facts) expect(fact).toEqual(facts[0]);
    });
  });
}

for (const endpoint of ALL) {
  describe(`the input of ${nameOf(endpoint)}`, () => {
    test("refuses an unknown parameter and names it", async () => {
      const { status, error } = await call(endpoint, { secret: await minted() }, `${pathOf(endpoint)}?surprise=1`);
      expect(status).toBe(400);
      expect(error?.details).toContainEqual({ path: "surprise", message: "surprise is not a known parameter" });
    });

    test("refuses a method that it does not have, and says which it has", async () => {
      const methods = ALL.filter(({ path }) => path === endpoint.path).map(({ method }) => method.toUpperCase());
      const allowed = [...methods, ...(methods.includes("GET") ? ["HEAD"] : [])].sort().join(", ");
      for (const method of ["PUT", "OPTIONS"]) {
        const { status, error, headers } = await world.api.production.call(method, pathOf(endpoint));
        expect({ status, code: error?.code, message: error?.message }).toEqual({
          status: 405,
          code: "METHOD_NOT_ALLOWED",
          message: "Method not allowed",
        });
        expect(headers.get("allow")).toBe(allowed);
        expect([...headers.keys()].filter((name) => name.startsWith("access-control-"))).toEqual([]);
      }
    });
  });
}

for (const endpoint of ALL.filter(({ body }) => body !== null)) {
  const { types, bytesMax } = endpoint.bodyForm ?? JSON_BODY;
  describe(`the body of ${nameOf(endpoint)}`, () => {
    test("refuses an unknown field, another type of content and a byte too many", async () => {
      const secret = await minted();
      const unknown = await call(endpoint, { secret, body: { surprise: 1 } });
      expect(unknown.status).toBe(400);
      expect(unknown.error?.details).toContainEqual({ path: "surprise", message: "surprise is not a known field" });
      for (const type of ["text/plain", ""]) {
        const { status, error } = await call(endpoint, { secret, raw: "{}", headers: { "content-type": type } });
        expect({ status, error }).toMatchObject({
          status: 415,
          error: { code: "UNSUPPORTED_MEDIA_TYPE", message: `Content-Type must be ${types.join(" or ")}` },
        });
      }
      const { status, error } = await call(endpoint, { secret, raw: " ".repeat(bytesMax + 1) });
      expect({ status, error }).toMatchObject({
        status: 413,
        error: { code: "PAYLOAD_TOO_LARGE", message: `Request body is larger than ${bytesMax} bytes` },
      });
    });
  });
}

describe("a call that succeeds", () => {
  test.each(ALL.filter((endpoint) => endpoint.method !== "get").map(nameOf))("%s has an example", (name) => {
    expect(ALL.filter((endpoint) => nameOf(endpoint) === name).every(hasExample)).toBe(true);
  });

  for (const endpoint of ALL.filter((one) => hasExample(one) || one.pathParams.length === 0)) {
    test(`${nameOf(endpoint)} answers what it declares, to the last field`, async () => {
      const example = hasExample(endpoint) ? await exampleOf(endpoint, place()) : {};
      const secret = await minted();
      const requestId = randomUUID();
      const { status, json, headers, text } = await call(
        endpoint,
        { secret, body: example.body, headers: { "x-request-id": requestId } },
        pathOf(endpoint, example),
      );
      expect(status, text).toBe(endpoint.answer.status);
      expect(endpoint.answer.schema.safeParse(json).error).toBeUndefined();
      expect(Object.fromEntries(headers)).toMatchObject({
        "content-type": expect.stringMatching(/^application\/json/),
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
        "x-request-id": requestId,
      });
    });
  }
});

const comparable = (headers: Headers) =>
  Object.fromEntries([...headers].filter(([name]) => !["date", "ratelimit"].includes(name)));
