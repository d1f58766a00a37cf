// A secret is shown once, to whoever made it, and stands nowhere else.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { log } from "@/lib/log";
import { openWorld, type World } from "../../support/api";
import { rawRequest, sendRaw } from "../../support/calls";
import * as people from "../../support/people";
import { everyRowOf } from "../../support/rows";

const SECRET = /mk_(?:live|test)_[0-9a-f]{48}/g;

let world: World;
let acme: people.Organization;
let owner: people.Member;
let logged: string[];

beforeAll(async () => {
  world = await openWorld();
  acme = await people.addOrganization("Acme");
  owner = await people.addMember(world.env, acme, "owner");
});
beforeEach(() => {
  logged = [];
  // The log's own and only way out.
  vi.spyOn(console, "error").mockImplementation((...parts: unknown[]) => void logged.push(parts.join(" ")));
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(() => world.close());

const send = (method: string, path: string, body?: unknown) =>
  world.dashboard.own.call("production", method, path, {
    cookie: owner.cookie,
    body,
    headers: { "idempotency-key": "once" },
  });

async function everyStoredRow(): Promise<string> {
  const { controlUrl, productionUrl, sandboxUrl } = world.databases;
  return (await Promise.all([controlUrl, productionUrl, sandboxUrl].map(everyRowOf))).flat().join("\n");
}

/** A key's whole life, and every answer that was given after its making. */
async function live(): Promise<{ secrets: string[]; answers: string[] }> {
  const created = await send("POST", "/api-keys", { name: "ci", scopes: ["*"], expiresAt: null });
  const { id } = Object(created.json).data;
  const rotated = await send("POST", `/api-keys/${id}/rotate`, { gracePeriodSeconds: 900 });
  const secrets = [created, rotated].flatMap(({ text }) => text.match(SECRET) ?? []);
  const [secret = ""] = secrets;
  await world.api.production.call("POST", "/v1/customers", { secret, body: { name: "Globex" } });
  const answers = [
    await world.api.production.call("GET", "/v1/me", { secret }),
    await send("POST", "/api-keys", { name: "ci", scopes: ["*"], expiresAt: null }),
    await send("GET", "/api-keys"),
    await send("GET", "/api-keys/overview"),
    await send("POST", `/api-keys/${id}/rotation/extend`, { gracePeriodSeconds: 3600 }),
    await send("POST", `/api-keys/${id}/rotation/rollback`),
    await send("PATCH", `/api-keys/${id}`, { note: "moved" }),
    await send("POST", `/api-keys/${id}/revoke`, { reason: "LEAKED" }),
    await send("GET", `/api-keys/${id}`),
    await send("GET", "/audit-log"),
    await send("GET", "/audit-log/export?format=csv"),
    await send("GET", "/audit-log/export?format=jsonl"),
    await send("GET", "/audit-log/facets"),
  ].map(({ text }) => text);
  return { secrets, answers };
}

test("only the answers that make a secret show it: no later answer, row or log line does, nor its digest", async () => {
  const { secrets, answers } = await live();
  expect(secrets).toHaveLength(2);
  const stored = await everyStoredRow();
  for (const text of [...answers, stored, logged.join("\n")]) expect(text.match(SECRET)).toBeNull();
  for (const secret of secrets) {
    const digest = world.api.production.services.digestSecret(secret).toString("hex");
    for (const text of answers) expect(text).not.toContain(digest);
    expect(stored).not.toContain(secret.slice(8, 48));
    expect(stored.split(digest)).toHaveLength(2);
  }
});

test.each([
  ["the path", (secret: string) => rawRequest("GET", `/v1/customers/${secret}`, [])],
  ["the query", (secret: string) => rawRequest("GET", `/v1/customers?key=${secret}`, [`x-api-key: ${secret}`])],
  ["a parameter's name", (secret: string) => rawRequest("GET", `/v1/customers?${secret}=1`, [`x-api-key: ${secret}`])],
  [
    "a field's name",
    (secret: string) =>
      rawRequest(
        "POST",
        "/v1/customers",
        [`x-api-key: ${secret}`, "Content-Type: application/json"],
        `{"${secret}":1}`,
      ),
  ],
  ["the request id", (secret: string) => rawRequest("GET", "/v1/me", [`X-Request-Id: ${secret}`])],
  [
    "the Idempotency-Key",
    (secret: string) =>
      rawRequest(
        "POST",
        "/v1/customers",
        [`x-api-key: ${secret}`, `Idempotency-Key: ${secret}`, "Content-Type: application/json"],
        '{"name":"by mistake"}',
      ),
  ],
  [
    "the user agent",
    (secret: string) =>
      rawRequest(
        "POST",
        "/v1/customers",
        [`x-api-key: ${secret}`, `User-Agent: curl ${secret}`, "Content-Type: application/json"],
        '{"name":"by mistake"}',
      ),
  ],
])("a secret sent by mistake in %s is neither answered nor logged nor stored", async (_, requestOf) => {
  const { secret } = await people.mint(world.env, people.tenantOf("production", acme));
  const { head, body } = await sendRaw(world.api.production.port, requestOf(secret));
  await world.api.production.services.usage.stop();
  expect(`${head}\n${body}`).not.toContain(secret);
  expect(logged.join("\n")).not.toContain(secret);
  expect(await everyStoredRow()).not.toContain(secret);
});

test("the log masks whatever secret reaches it", async () => {
  const { secret } = await people.mint(world.env, people.tenantOf("production", acme));
  log.error(`Lost ${secret}`, { detail: `x${secret}y` });
  expect(logged.join("\n")).not.toContain(secret);
  expect(logged.join("\n")).toContain(`${secret.slice(0, 12)}…${secret.slice(-4)}`);
});
