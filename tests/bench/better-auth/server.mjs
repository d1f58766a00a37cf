// What Mintkey is compared with: the API-key plugin of better-auth behind Hono, on the same PostgreSQL, as fast as its own
// options allow while the database stays the truth. Its rate limit is off; its keys are hashed, as by default.
// `STORAGE=database`: its default. `STORAGE=cached`: reads come from a secondary storage in memory, and what can wait is deferred.

import { createServer } from "node:http";
import { apiKey } from "@better-auth/api-key";
import { getRequestListener } from "@hono/node-server";
import { betterAuth } from "better-auth";
import { getMigrations } from "better-auth/db/migration";
import { Hono } from "hono";
import pg from "pg";

const KEYS = Number(process.env.KEYS);

const memory = new Map();
const secondaryStorage = {
  get: (name) => memory.get(name) ?? null,
  set: (name, value) => void memory.set(name, value),
  delete: (name) => void memory.delete(name),
};
const cached = process.env.STORAGE === "cached";
const auth = betterAuth({
  baseURL: "http://127.0.0.1",
  secret: "a secret of the benchmark, long enough to be taken",
  database: new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 }),
  ...(cached && { secondaryStorage }),
  emailAndPassword: { enabled: true },
  telemetry: { enabled: false },
  logger: { disabled: true },
  advanced: { backgroundTasks: { handler: (task) => void task.catch(() => undefined) } },
  plugins: [
    apiKey({
      rateLimit: { enabled: false },
      deferUpdates: true,
      ...(cached && { storage: "secondary-storage", fallbackToDatabase: true }),
    }),
  ],
});

const app = new Hono().get("/v1/me", async (c) => {
  const given = c.req.header("authorization") ?? "";
  const { valid, key } = await auth.api.verifyApiKey({ body: { key: given.replace(/^Bearer /, "") } });
  return valid ? c.json({ data: { id: key.id, name: key.name } }) : c.json({ error: { code: "UNAUTHORIZED" } }, 401);
});

const { runMigrations } = await getMigrations(auth.options);
await runMigrations();
const { user } = await auth.api.signUpEmail({
  body: { name: "Ada", email: "ada@example.test", password: "correct horse battery" },
});
const keys = [];
for (let at = 0; at < KEYS; at++) {
  keys.push((await auth.api.createApiKey({ body: { userId: user.id, name: `key ${at}` } })).key);
}
createServer(getRequestListener(app.fetch)).listen(Number(process.env.PORT), "127.0.0.1", () =>
  process.send({ ready: true, keys }),
);
process.on("disconnect", () => process.exit());
