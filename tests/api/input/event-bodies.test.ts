// Bodies of events as bytes on a socket: packed, cut, too large, too slow. None of them leaves anything in the spool.
import { connect } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { openWorld, type World } from "../../support/api";
import { sendRaw } from "../../support/calls";
import * as people from "../../support/people";
import { spooledIn } from "../../support/spools";

let world: World;
let secret: string;

beforeAll(async () => {
  world = await openWorld();
  const acme = await people.addOrganization("Acme");
  secret = (await people.mint(world.env, people.tenantOf("production", acme))).secret;
});
afterEach(async () => {
  expect(await spooledIn(services().spool)).toEqual([]);
  await vi.waitUntil(() => services().bodyBudget.usedBytes === 0, { timeout: 5_000 });
});
afterAll(() => world.close());

const MEBIBYTE = 1_048_576;
const EVENT = '{"eventName":"api_call","externalCustomerId":"c"}';
const services = () => world.api.production.services;
const gzip = (bytes: string | Uint8Array) => new Uint8Array(gzipSync(bytes));
const post = (raw: string | Uint8Array<ArrayBuffer>, headers = {}, path = "/v1/events/batch") =>
  world.api.production.call("POST", path, { secret, raw, headers });
const packed = (raw: Uint8Array<ArrayBuffer>, headers = {}) => post(raw, { "content-encoding": "gzip", ...headers });
const NDJSON = { "content-type": "application/x-ndjson" };

describe("a body in gzip", () => {
  const good = gzip(`{"events":[${EVENT}]}`);
  test.each([
    ["is cut", good.subarray(0, -9)],
    ["is cut within its checksum", good.subarray(0, -1)],
    ["has a wrong checksum", new Uint8Array(good.map((byte, at) => (at === good.length - 6 ? byte ^ 1 : byte)))],
    ["is followed by something else", new Uint8Array([...good, 1, 2, 3])],
    ["is no gzip at all", new Uint8Array(Buffer.from(`{"events":[${EVENT}]}`))],
    ["has no bytes", new Uint8Array(0)],
  ])("that %s is refused", async (_, raw) => {
    const { status, error } = await packed(raw);
    expect({ status, details: error?.details }).toEqual({
      status: 400,
      details: [{ path: "", message: "Request body is not valid gzip" }],
    });
  });

  test.each([
    ["JSON", {}],
    ["NDJSON", NDJSON],
  ])("of %s that unpacks to a byte more than 64 MiB is refused", async (_, headers) => {
    const { status, error } = await packed(gzip(new Uint8Array(64 * MEBIBYTE + 1).fill(0x20)), headers);
    expect({ status, message: error?.message }).toEqual({
      status: 413,
      message: "Request body is larger than 67108864 bytes",
    });
  });

  test("that unpacks to a thousand times its 16 MiB is refused without the memory for it", async () => {
    const member = gzip(new Uint8Array(4 * MEBIBYTE));
    const bomb = new Uint8Array(Buffer.concat(Array<Uint8Array>(4_000).fill(member)));
    let most = 0;
    const watch = setInterval(() => {
      most = Math.max(most, services().bodyBudget.usedBytes);
    }, 1);
    const { status } = await packed(bomb);
    clearInterval(watch);
    expect(status).toBe(413);
    expect(most).toBeLessThanOrEqual(81 * MEBIBYTE);
  });

  test("that unpacks to gzip is no JSON", async () => {
    const { status, error } = await packed(gzip(good));
    expect({ status, message: error?.message }).toEqual({ status: 400, message: "Request body is not valid JSON" });
  });

  test.each(["br", "deflate", "gzip, gzip", "x-gzip"])("is the only one: %s is not supported", async (encoding) => {
    const { status, error } = await packed(good, { "content-encoding": encoding });
    expect({ status, message: error?.message }).toEqual({ status: 415, message: "Content-Encoding must be gzip" });
  });
});

test("16 MiB are received, and a byte more is not", async () => {
  const most = await post(" ".repeat(16 * MEBIBYTE), NDJSON);
  expect(most.error?.details).toEqual([{ path: "", message: "Request body must have at least one line" }]);
  const { status, error } = await post(" ".repeat(16 * MEBIBYTE + 1), NDJSON);
  expect({ status, message: error?.message }).toEqual({
    status: 413,
    message: "Request body is larger than 16777216 bytes",
  });
});

const head = (...headers: string[]) =>
  [
    "POST /v1/events/batch HTTP/1.1",
    "Host: localhost",
    "Connection: close",
    `Authorization: Bearer ${secret}`,
    "Content-Type: application/x-ndjson",
    ...headers,
    "",
    "",
  ].join("\r\n");

test("a body of unknown length is cut off at 16 MiB", async () => {
  const size = 4 * MEBIBYTE;
  const chunk = Buffer.concat([Buffer.from(`${size.toString(16)}\r\n`), Buffer.alloc(size, " "), Buffer.from("\r\n")]);
  const { status } = await sendRaw(
    world.api.production.port,
    head("Transfer-Encoding: chunked"),
    ...Array<Buffer>(4).fill(chunk),
    "1\r\n \r\n0\r\n\r\n",
  );
  expect(status).toBe(413);
});

test("a body that is shorter than its Content-Length is not accepted", async () => {
  const { port } = world.api.production;
  await new Promise<void>((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.end(`${head("Content-Length: 5000")}${EVENT}\n`);
    });
    socket.on("data", (answer) => expect(answer.toString()).not.toContain("202"));
    socket.on("error", () => undefined);
    socket.on("close", () => resolve());
  });
});

test("what follows a body of the announced length is no part of it", async () => {
  const { status } = await sendRaw(world.api.production.port, `${head("Content-Length: 10")}${EVENT}\n`);
  expect(status).toBe(400);
});

test("a sender that goes away half-way leaves nothing, and nothing waits for it", async () => {
  const socket = connect(world.api.production.port, "127.0.0.1");
  socket.on("error", () => undefined);
  socket.write(`${head("Content-Length: 5000")}${EVENT}\n`);
  await vi.waitUntil(() => services().bodyBudget.usedBytes > 0, { timeout: 5_000 });
  socket.destroy();
});
