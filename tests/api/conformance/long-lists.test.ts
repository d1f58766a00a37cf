import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../../support/api";
import * as people from "../../support/people";
import { query } from "../../support/rows";

const KEYS = 10_000;

let world: World;
let owner: people.Member;

beforeAll(async () => {
  world = await openWorld();
  const acme = await people.addOrganization("Acme");
  owner = await people.addMember(world.env, acme, "owner");
  // Minting so many one by one would take minutes.
  await query(
    world.databases.productionUrl,
    `WITH keys AS (
       INSERT INTO api_keys (id, organization_id, name, note, scopes, allowed_ips, created_at, created_by_name, version, changed_at, changed_by_name, revoked_at)
       SELECT gen_random_uuid(), $1, 'key ' || lpad((n % 5000)::text, 4, '0'), '', '{customers:read}', '{}', now() - n * interval '1 minute', 'Tests', 1, now(), 'Tests',
         CASE WHEN n > 500 THEN now() END FROM generate_series(1, ${KEYS}) n RETURNING organization_id, id, created_at
     ), secrets AS (
       INSERT INTO api_key_secrets (id, organization_id, key_id, digest, hint, created_at)
       SELECT gen_random_uuid(), organization_id, id, decode(md5(id::text) || md5(created_at::text), 'hex'), 'mk_live_0000…0000', created_at FROM keys
       RETURNING id, organization_id, key_id, created_at
     )
     INSERT INTO api_key_secret_uses (secret_id, organization_id, key_id, first_used_at, last_used_at, ip, route, status, user_agent)
     SELECT id, organization_id, key_id, created_at, created_at + interval '1 hour', '203.0.113.7', 'GET /v1/me', 200, 'curl' FROM secrets
     WHERE ascii(right(key_id::text, 1)) % 2 = 0`,
    [acme.id],
  );
  await query(world.databases.productionUrl, "ANALYZE");
});
afterAll(() => world.close());

const list = async (parameters: string) => {
  const { status, json, text } = await world.dashboard.own.call("production", "GET", `/api-keys?${parameters}`, {
    cookie: owner.cookie,
  });
  expect(status, text).toBe(200);
  return Object(json);
};

test("the first page of 10 000 keys holds 50 and counts them all", async () => {
  const { data, total, hasMore } = await list("");
  expect([data.length, total, hasMore]).toEqual([50, KEYS, true]);
});

test.each(["createdAt", "-createdAt", "name", "-name", "lastUsedAt", "-lastUsedAt", "expiresAt", "-expiresAt"])(
  "walking 10 000 keys by %s shows each once",
  async (sort) => {
    const seen: string[] = [];
    for (let cursor: string | null = null; ; ) {
      const page = await list(`sort=${sort}&limit=100&status=active${cursor === null ? "" : `&cursor=${cursor}`}`);
      for (const { id } of page.data) seen.push(id);
      cursor = page.nextCursor;
      if (cursor === null) break;
    }
    expect(seen).toHaveLength(500);
    expect(new Set(seen).size).toBe(500);
  },
);

test("names sort without regard to case, and keys that were never used come last in either direction", async () => {
  const names = (await list("sort=name&limit=100")).data.map(({ name }: { name: string }) => name.toLowerCase());
  expect(names).toEqual([...names].sort());
  const offset = (sort: string) => list(`sort=${sort}&limit=100`);
  for (const sort of ["lastUsedAt", "-lastUsedAt"])
    expect((await offset(sort)).data.every(({ lastUsed }: { lastUsed: unknown }) => lastUsed !== null)).toBe(true);
});
