// No server of ours: one that falls silent, as a machine does whose network is gone.
import { createServer, type Server, type Socket } from "node:net";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, expect, test } from "vitest";
import { MintkeyTimeoutError } from "@/lib/api-client/errors";
import { clientOf, failureOf, recordWaits } from "../../support/mintkey-client";

const apiKey = "mk_test_0123456789abcdef0123456789abcdef0123456726b768ad";

let silent: Server;
let requestsHeard = 0;
const sockets = new Set<Socket>();

/** A server that says this much, and then nothing more. */
async function startSilentServer(says: string): Promise<{ url: string }> {
  silent = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.once("data", () => {
      requestsHeard += 1;
      socket.write(says);
    });
  });
  requestsHeard = 0;
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  const at = silent.address();
  return { url: `http://127.0.0.1:${typeof at === "object" ? at?.port : ""}` };
}

afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  if (silent?.listening) await new Promise((resolve) => silent.close(resolve));
});

test.each([
  ["nothing", ""],
  ["half an answer", 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"data":'],
])("a server that says %s is given up on in time, and asked again", async (_, says) => {
  const recorded = recordWaits();
  const server = await startSilentServer(says);
  let attempts = 0;
  const mintkey = clientOf(server, apiKey, {
    timeoutMs: 200,
    maxRetries: 1,
    timing: recorded.timing,
    fetch: (request) => {
      attempts += 1;
      return fetch(request);
    },
  });
  const error = await failureOf(mintkey.get("/v1/me"));
  expect(error).toBeInstanceOf(MintkeyTimeoutError);
  expect(error).toMatchObject({ message: "GET /v1/me was not answered within 200 ms" });
  expect([recorded.waits, attempts]).toEqual([[500], 2]);
});

test("no garbage collection in the meantime makes a call wait for ever", async () => {
  setFlagsFromString("--expose-gc");
  const collectGarbage: () => void = runInNewContext("gc");
  const server = await startSilentServer("");
  const call = failureOf(clientOf(server, apiKey, { timeoutMs: 2_000, maxRetries: 0 }).get("/v1/me"));
  await expect.poll(() => requestsHeard, { timeout: 10_000 }).toBe(1);
  collectGarbage();
  expect(await call).toBeInstanceOf(MintkeyTimeoutError);
});

test("a call that its caller gives up ends with the caller's reason, on the way and between two attempts", async () => {
  const server = await startSilentServer("");
  const reason = new Error("the user left");
  const onTheWay = new AbortController();
  const call = failureOf(clientOf(server, apiKey).get("/v1/me", { signal: onTheWay.signal }));
  await expect.poll(() => requestsHeard, { timeout: 10_000 }).toBe(1);
  onTheWay.abort(reason);
  expect(await call).toBe(reason);

  const between = new AbortController();
  const away = clientOf({ url: "http://127.0.0.1:1" }, apiKey, {
    fetch: (request) => fetch(request).finally(() => setImmediate(() => between.abort(reason))),
  });
  expect(await failureOf(away.get("/v1/me", { signal: between.signal }))).toBe(reason);

  const before = clientOf(server, apiKey).get("/v1/me", { signal: AbortSignal.abort(reason) });
  expect(await failureOf(before)).toBe(reason);
  expect(requestsHeard).toBe(1);
});
