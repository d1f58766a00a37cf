import { setTimeout as pause } from "node:timers/promises";
import { type APIRequestContext, expect, test } from "playwright/test";
import { OWNER } from "../support/owner";
import { choosePorts } from "../support/ports";
import {
  type Product,
  type ProductPart,
  removeDataDirectory,
  startProduct,
  temporaryDataDirectory,
} from "../support/product";

const PARTS: readonly ProductPart[] = ["sandbox API server", "PostgreSQL", "PostgreSQL keeper", "dashboard"];

test("SIGKILL of any part, and of the supervisor, loses no customer whose creation was acknowledged", async ({
  request,
}) => {
  test.setTimeout(240_000);
  const dataDirectory = temporaryDataDirectory();
  const ports = await choosePorts();
  const start = () =>
    startProduct({
      dataDirectory,
      ports,
      variables: {
        MINTKEY_OWNER_EMAIL: OWNER.email,
        MINTKEY_OWNER_PASSWORD: OWNER.password,
        MINTKEY_RATE_LIMIT_PER_MINUTE: "1000000",
      },
    });
  let product = await start();
  try {
    const secret = await mintOverHttp(product, request);
    const writer = writeCustomers(product.sandboxApiUrl, secret);
    for (const part of PARTS) {
      const before = writer.acknowledged.length;
      await expect.poll(() => writer.acknowledged.length).toBeGreaterThan(before + 5);
      process.kill(await pidOf(product, part), "SIGKILL");
    }
    const afterParts = writer.acknowledged.length;
    await expect.poll(() => writer.acknowledged.length, { timeout: 60_000 }).toBeGreaterThan(afterParts + 5);
    product.signal("SIGKILL");
    await product.exited;
    product = await start();
    const afterSupervisor = writer.acknowledged.length;
    await expect.poll(() => writer.acknowledged.length, { timeout: 60_000 }).toBeGreaterThan(afterSupervisor + 5);
    const acknowledged = await writer.stop();

    const stored = await allCustomers(product.sandboxApiUrl, secret);
    expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
    expect(stored.size).toBeGreaterThanOrEqual(acknowledged.length);
  } finally {
    await product.stop();
    removeDataDirectory(dataDirectory);
  }
});

async function pidOf(product: Product, part: ProductPart): Promise<number> {
  await expect.poll(() => product.pidOf(part), { timeout: 60_000 }).toBeDefined();
  return product.pidOf(part) ?? 0;
}

async function mintOverHttp({ dashboardUrl }: Product, request: APIRequestContext): Promise<string> {
  const { csrfToken } = await (await request.get(`${dashboardUrl}/api/auth/csrf`)).json();
  const form = { csrfToken, email: OWNER.email, password: OWNER.password, json: "true" };
  await request.post(`${dashboardUrl}/api/auth/callback/credentials`, { form });
  const answer = await request.post(`${dashboardUrl}/api/sandbox/dashboard/api-keys`, {
    headers: { Origin: dashboardUrl },
    data: { name: "writer", scopes: ["customers:read", "customers:write"], expiresAt: null },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()).data.secret;
}

/** Creates one customer after another until it is stopped, and remembers each whose creation was answered with 201. */
function writeCustomers(apiUrl: string, secret: string) {
  const acknowledged: string[] = [];
  let stopped = false;
  const running = (async () => {
    for (let number = 0; !stopped; number++) {
      const answer = await fetch(`${apiUrl}/v1/customers`, {
        method: "POST",
        headers: { Authorization: `Bearer ${secret}`, "Content-Type": "application/json" },
        body: JSON.stringify({ name: `customer ${number}`, externalCustomerId: `number-${number}` }),
        signal: AbortSignal.timeout(15_000),
      }).catch(() => null);
      // A kill may cut an answer in half: what its reader never saw was not acknowledged.
      const created = answer?.status === 201 ? await answer.json().catch(() => null) : null;
      if (created) acknowledged.push(created.data.id);
      else await pause(50);
    }
  })();
  return {
    acknowledged,
    async stop() {
      stopped = true;
      await running;
      return acknowledged;
    },
  };
}

async function allCustomers(apiUrl: string, secret: string): Promise<Set<string>> {
  const ids = new Set<string>();
  for (let cursor: string | null = ""; cursor !== null; ) {
    const after: string = cursor === "" ? "" : `&cursor=${cursor}`;
    const answer = await fetch(`${apiUrl}/v1/customers?limit=100${after}`, {
      headers: { Authorization: `Bearer ${secret}` },
    });
    const page: { data: { id: string }[]; nextCursor: string | null } = await answer.json();
    for (const { id } of page.data) ids.add(id);
    cursor = page.nextCursor;
  }
  return ids;
}
