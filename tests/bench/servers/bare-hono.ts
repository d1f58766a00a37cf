// The framework alone: Hono on Node's server, with nothing behind it.
import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";

const app = new Hono().get("/v1/me", (c) => c.json({ data: { name: "bare", environment: "production" } }));

const server = createServer(getRequestListener(app.fetch));
server.listen(Number(process.env.PORT), "127.0.0.1", () => process.send?.({ ready: true }));
process.on("disconnect", () => process.exit());
