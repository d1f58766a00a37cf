// A client that sends a byte now and then holds no connection for long.
import { createConnection } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { apiApp } from "@/lib/api/app";
import { eventsApiEndpoints } from "@/lib/api/endpoints";
import { listen } from "@/lib/server/listening";
import { openWorld, type World } from "../support/api";
import { rawRequest } from "../support/calls";
import { addOrganization, mint, tenantOf } from "../support/people";

const PATIENCE = { requestMs: 2_000, keepAliveMs: 5_000, checkedEveryMs: 100 };
const BYTE_EVERY_MS = 100;
const EVENT = '{"eventName":"api_call","externalCustomerId":"cust_42"}';

let world: World;
let secret: string;
let port: number;
let close: () => void;

beforeAll(async () => {
  world = await openWorld();
  secret = (await mint(world.env, tenantOf("production", await addOrganization("Acme")))).secret;
  const { services } = world.api.production;
  const server = await listen(apiApp(eventsApiEndpoints(), services).fetch, 0, "127.0.0.1", "PORT", PATIENCE);
  const address = server.address();
  port = address !== null && typeof address === "object" ? address.port : 0;
  close = () => server.close();
});
afterAll(async () => {
  close();
  await world.close();
});

/** Sends the first bytes at once and the others one by one, until all are sent or the server closes. */
function sendSlowly(atOnce: string, rest: string): Promise<{ answer: string; unsent: string }> {
  return new Promise((resolve) => {
    let answer = "";
    let unsent = rest;
    const socket = createConnection(port, "127.0.0.1", () => socket.write(atOnce));
    const byByte = setInterval(() => {
      if (unsent !== "") socket.write(unsent.slice(0, 1));
      unsent = unsent.slice(1);
    }, BYTE_EVERY_MS);
    socket.on("data", (chunk) => (answer += chunk));
    // Whether the server resets or closes makes no difference here.
    socket.on("error", () => undefined);
    socket.on("close", () => {
      clearInterval(byByte);
      resolve({ answer, unsent });
    });
  });
}

const headers = () => [`Authorization: Bearer ${secret}`, "Content-Type: application/json"];
const waiting = () => world.api.production.services.spool.backlog().events;

test("who sends a body byte by byte is cut off, and nothing of it is stored", async () => {
  const [head = "", body = ""] = rawRequest("POST", "/v1/events", headers(), EVENT).split("\r\n\r\n");
  const { answer, unsent } = await sendSlowly(`${head}\r\n\r\n${body.slice(0, 10)}`, body.slice(10));
  expect(unsent).not.toBe("");
  expect(answer).not.toContain(" 202 ");
  expect(waiting()).toBe(0);
});

test("who sends a head byte by byte is cut off", async () => {
  const request = rawRequest("POST", "/v1/events", headers(), EVENT);
  const { answer, unsent } = await sendSlowly(request.slice(0, 60), request.slice(60));
  expect(unsent).not.toBe("");
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  expect(waiting()).toBe(0);
});

test("who is done in time is served, however slowly it came", async () => {
  const request = rawRequest("POST", "/v1/events", headers(), EVENT);
  const { answer, unsent } = await sendSlowly(request.slice(0, -3), request.slice(-3));
  expect(unsent).toBe("");
  expect(answer).toMatch(/^HTTP\/1\.1 202 /);
  expect(waiting()).toBe(1);
});
