import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, expect, test } from "vitest";
import { MintkeyTimeoutError } from "@/lib/api-client/errors";
import { clientOf, failureOf, recordWaits } from "../../support/mintkey-client";
import { type SilentServer, startSilentServer } from "../../support/silent-server";

const apiKey = "mk_test_0123456789abcdef0123456789abcdef0123456726b768ad";

let silent: SilentServer;

async function startSilent(says: string): Promise<SilentServer> {
  silent = await startSilentServer(says);
  return silent;
}

afterEach(() => silent.close());

test.each([
  ["nothing", ""],
  ["half an answer", 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"data":'],
])("a server that says %s is given up on in time, and asked again", async (_, says) => {
  const recorded = recordWaits();
  const server = await startSilent(says);
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
  const server = await startSilent("");
  const call = failureOf(clientOf(server, apiKey, { timeoutMs: 2_000, maxRetries: 0 }).get("/v1/me"));
  await expect.poll(() => server.requestsHeard(), { timeout: 10_000 }).toBe(1);
  collectGarbage();
  expect(await call).toBeInstanceOf(MintkeyTimeoutError);
});

test("a call that its caller gives up ends with the caller's reason, on the way and between two attempts", async () => {
  const server = await startSilent("");
  const reason = new Error("the user left");
  const onTheWay = new AbortController();
  const call = failureOf(clientOf(server, apiKey).get("/v1/me", { signal: onTheWay.signal }));
  await expect.poll(() => server.requestsHeard(), { timeout: 10_000 }).toBe(1);
  onTheWay.abort(reason);
  expect(await call).toBe(reason);

  const between = new AbortController();
  const away = clientOf({ url: "http://127.0.0.1:1" }, apiKey, {
    fetch: (request) => fetch(request).finally(() => setImmediate(() => between.abort(reason))),
  });
  expect(await failureOf(away.get("/v1/me", { signal: between.signal }))).toBe(reason);

  const before = clientOf(server, apiKey).get("/v1/me", { signal: AbortSignal.abort(reason) });
  expect(await failureOf(before)).toBe(reason);
  expect(server.requestsHeard()).toBe(1);
});
