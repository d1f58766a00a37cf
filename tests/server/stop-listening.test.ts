// How an API server leaves: with every answer given, and without waiting for clients that would stay.
import { Agent, get, type Server } from "node:http";
import { afterEach, expect, test } from "vitest";
import { listen, stopListening } from "@/lib/server/listening";

const agent = new Agent({ keepAlive: true });
/** Less than a client keeps its connection, and than a process is given to end. */
const SOON_MS = 3_000;

let server: Server;

afterEach(() => {
  server.closeAllConnections();
});

async function serve(answer: () => Response | Promise<Response>): Promise<number> {
  server = await listen(answer, 0, "127.0.0.1", "PORT");
  const address = server.address();
  return address !== null && typeof address === "object" ? address.port : 0;
}

/** Over connections that are kept. */
const ask = (port: number) =>
  new Promise<number>((resolve, reject) => {
    const request = get({ host: "127.0.0.1", port, agent }, (response) => {
      response.resume().once("end", () => resolve(response.statusCode ?? 0));
    });
    request.once("error", reject);
  });

/** A server that keeps its answers back until it is told. */
async function serveLate() {
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  let heard = 0;
  const port = await serve(async () => {
    heard += 1;
    await held;
    return new Response("late");
  });
  return { port, answer, whenHeard: (count: number) => expect.poll(() => heard, { timeout: SOON_MS }).toBe(count) };
}

test("what has come is answered, and nobody waits for the connection that its client keeps", async () => {
  const { port, answer, whenHeard } = await serveLate();
  const asked = ask(port);
  await whenHeard(1);
  const stopped = stopListening(server);
  answer();
  const answeredMs = performance.now();
  expect(await asked).toBe(200);
  await stopped;
  expect(performance.now() - answeredMs).toBeLessThan(SOON_MS);
});

test("clients that ask again and again without a pause keep no server from ending", async () => {
  const { port, answer, whenHeard } = await serveLate();
  let answered = 0;
  const askOn = async (): Promise<void> => {
    for (;;) if ((await ask(port)) === 200) answered += 1;
  };
  const ends = Promise.allSettled([askOn(), askOn(), askOn()]);
  await whenHeard(3);
  const stopped = stopListening(server);
  answer();
  const answeredMs = performance.now();
  await stopped;
  expect(performance.now() - answeredMs).toBeLessThan(SOON_MS);
  for (const { status } of await ends) expect(status).toBe("rejected");
  expect(answered).toBeGreaterThanOrEqual(3);
});
