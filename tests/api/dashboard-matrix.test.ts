// What holds for every endpoint of the dashboard, and for the public API when a session opens it.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Endpoint } from "@/lib/api/endpoint";
import { apiEndpoints } from "@/lib/api/endpoints";
import { dashboardEndpoints } from "@/lib/dashboard-api/endpoints";
import { publicAddressesOf } from "@/lib/dashboard-api/public-addresses";
import { scopesOfRole } from "@/lib/domain/role";
import { readEnv } from "@/lib/env";
import { openWorld, type World } from "../support/api";
import type { Sent } from "../support/calls";
import { exampleOf, nameOf, pathOf } from "../support/examples";
import * as people from "../support/people";

const EVERY = dashboardEndpoints(publicAddressesOf(readEnv({})), undefined, () => Buffer.alloc(0));
const OWN = EVERY.filter((endpoint) => endpoint.credential === "session");
const WRITES = OWN.filter((endpoint) => endpoint.method !== "get");
const PUBLIC_WRITES = apiEndpoints("").filter((endpoint) => endpoint.method !== "get" && endpoint.scope !== null);

let world: World;
let acme: people.Organization;
let owner: people.Member;
let viewer: people.Member;

beforeAll(async () => {
  world = await openWorld();
  acme = await people.addOrganization("Acme");
  owner = await people.addMember(world.env, acme, "owner");
  viewer = await people.addMember(world.env, acme, "viewer");
});
afterAll(() => world.close());

const inSandbox = () => people.tenantOf("sandbox", acme);
const call = (endpoint: Endpoint, sent: Sent = {}, path = pathOf(endpoint)) =>
  world.dashboard.own.call("sandbox", endpoint.method.toUpperCase(), path, {
    ...(endpoint.body && { body: {} }),
    ...sent,
  });

for (const endpoint of OWN) {
  describe(nameOf(endpoint), () => {
    test("asks whoever comes without a session to sign in", async () => {
      const { status, error, headers } = await call(endpoint);
      expect({ status, error }).toMatchObject({
        status: 401,
        error: { code: "UNAUTHORIZED", message: "Sign in to continue" },
      });
      expect(headers.get("www-authenticate")).toBe('Session realm="mintkey"');
    });

    test("is not opened by a key, not even beside a session", async () => {
      const { secret } = await people.mint(world.env, inSandbox());
      for (const sent of [{ secret }, { headers: { "x-api-key": secret } }, { secret, cookie: owner.cookie }]) {
        const { status, error, headers } = await call(endpoint, sent);
        expect({ status, message: error?.message }).toEqual({ status: 401, message: "Sign in to continue" });
        expect(headers.get("www-authenticate")).toBe('Session realm="mintkey"');
      }
    });

    test("counts under the dashboard's own limit", async () => {
      const { headers } = await call(endpoint);
      expect(headers.get("ratelimit-policy")).toBe('"dashboard";q=600;w=60');
      expect(headers.get("ratelimit")).toBe('"dashboard";r=599;t=60');
    });

    test("refuses an unknown parameter and names it", async () => {
      const { status, error } = await call(endpoint, { cookie: owner.cookie }, `${pathOf(endpoint)}?surprise=1`);
      expect(status).toBe(400);
      expect(error?.details).toContainEqual({ path: "surprise", message: "surprise is not a known parameter" });
    });

    test("refuses a method that it does not have, and says which it has", async () => {
      const methods = EVERY.filter(({ path }) => path === endpoint.path).map(({ method }) => method.toUpperCase());
      const allowed = [...methods, ...(methods.includes("GET") ? ["HEAD"] : [])].sort().join(", ");
      const { status, headers } = await world.dashboard.own.call("sandbox", "PUT", pathOf(endpoint), {
        cookie: owner.cookie,
      });
      expect({ status, allow: headers.get("allow") }).toEqual({ status: 405, allow: allowed });
    });
  });
}

for (const endpoint of WRITES) {
  describe(`the write ${nameOf(endpoint)}`, () => {
    test("is refused without an origin and from a foreign one", async () => {
      for (const origin of [null, "https://evil.example", "null", "http://localhost:3001", "https://localhost:3000"]) {
        const { status, error } = await call(endpoint, { cookie: owner.cookie, origin });
        expect({ status, error }).toMatchObject({
          status: 403,
          error: { code: "FORBIDDEN", message: "Request origin is not allowed" },
        });
      }
    });
  });
}

for (const endpoint of OWN.filter(({ role }) => role !== undefined)) {
  test(`${nameOf(endpoint)} refuses a smaller role before it reads the body`, async () => {
    const bodies: Sent[] = [{ body: { surprise: 1 } }, { raw: "{", headers: { "content-type": "text/plain" } }];
    for (const sent of endpoint.body ? bodies : [{}]) {
      const { status, error } = await call(endpoint, { cookie: viewer.cookie, ...sent });
      expect({ status, message: error?.message }).toEqual({
        status: 403,
        message: "Your role does not allow this action",
      });
    }
  });
}

for (const endpoint of EVERY.filter(({ body }) => body !== null)) {
  describe(`the body of ${nameOf(endpoint)}`, () => {
    test("refuses an unknown field, another type of content and more than a mebibyte", async () => {
      const { cookie } = owner;
      const unknown = await call(endpoint, { cookie, body: { surprise: 1 } });
      expect(unknown.error?.details).toContainEqual({ path: "surprise", message: "surprise is not a known field" });
      for (const type of ["text/plain", "application/x-www-form-urlencoded", ""]) {
        expect((await call(endpoint, { cookie, raw: "{}", headers: { "content-type": type } })).status).toBe(415);
      }
      expect((await call(endpoint, { cookie, raw: " ".repeat(1_048_577) })).status).toBe(413);
    });
  });
}

for (const endpoint of OWN.filter(({ pathParams }) => pathParams.length > 0)) {
  describe(`what ${nameOf(endpoint)} does not find`, () => {
    test("reads the same whether it is another organization's, another environment's or nobody's", async () => {
      const place = { env: world.env, tenant: inSandbox(), member: owner };
      const example = await exampleOf(endpoint, place);
      const foreign = await people.addMember(world.env, await people.addOrganization("Globex"), "owner");
      const sent = {
        cookie: foreign.cookie,
        body: example.body,
        headers: { "x-request-id": "same" },
        from: "192.0.2.77",
      };
      const answers = [
        await call(endpoint, sent, pathOf(endpoint, example)),
        await call(endpoint, sent, pathOf(endpoint)),
        await world.dashboard.own.call("production", endpoint.method.toUpperCase(), pathOf(endpoint, example), sent),
        await call(endpoint, sent, pathOf(endpoint, { params: { [endpoint.pathParams[0] ?? ""]: "x" } })),
      ];
      const facts = answers.map(({ status, text, headers }) => ({ status, text, headers: comparable(headers) }));
      expect(facts[0]?.status).toBe(404);
      for (const fact of facts) expect(fact).toEqual(facts[0]);
    });
  });
}

describe("a call of the dashboard that succeeds", () => {
  for (const endpoint of OWN) {
    test(`${nameOf(endpoint)} answers what it declares, to the last field`, async () => {
      const member = await people.addMember(world.env, acme, "owner");
      const example = await exampleOf(endpoint, { env: world.env, tenant: inSandbox(), member });
      const { status, json, text } = await call(
        endpoint,
        { cookie: member.cookie, body: example.body },
        pathOf(endpoint, example),
      );
      expect(status, text).toBe(endpoint.answer.status);
      expect(endpoint.answer.schema.safeParse(json).error).toBeUndefined();
    });
  }
});

for (const endpoint of PUBLIC_WRITES) {
  describe(`${nameOf(endpoint)} with a session`, () => {
    const write = (sent: Sent) =>
      world.dashboard.api.call("sandbox", endpoint.method.toUpperCase(), pathOf(endpoint), {
        ...(endpoint.body && { body: {} }),
        ...sent,
      });

    test("is refused without an origin and from a foreign one", async () => {
      for (const origin of [null, "https://evil.example"]) {
        const { status, error } = await write({ cookie: owner.cookie, origin });
        expect({ status, message: error?.message }).toEqual({ status: 403, message: "Request origin is not allowed" });
      }
    });

    // What only reads is a POST when it needs a body.
    const onlyReads = scopesOfRole("viewer").some((scope) => scope === endpoint.scope);
    test(onlyReads ? "is open to a viewer, because it only reads" : "is refused to a viewer", async () => {
      const { body } = await exampleOf(endpoint, { env: world.env, tenant: inSandbox(), member: owner });
      const { status, error } = await write({ cookie: viewer.cookie, ...(onlyReads && { body }) });
      expect({ status, message: error?.message }).toEqual(
        onlyReads
          ? { status: endpoint.answer.status, message: undefined }
          : { status: 403, message: "Your role does not allow this action" },
      );
    });

    test("is open to a developer", async () => {
      const developer = await people.addMember(world.env, acme, "developer");
      const example = await exampleOf(endpoint, { env: world.env, tenant: inSandbox(), member: developer });
      const { status, text } = await world.dashboard.api.call(
        "sandbox",
        endpoint.method.toUpperCase(),
        pathOf(endpoint, example),
        {
          cookie: developer.cookie,
          body: example.body,
        },
      );
      expect(status, text).toBe(endpoint.answer.status);
    });
  });
}

const comparable = (headers: Headers) =>
  Object.fromEntries([...headers].filter(([name]) => !["date", "ratelimit"].includes(name)));
