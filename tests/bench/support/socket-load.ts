import { randomUUID } from "node:crypto";
import { connect, type Socket } from "node:net";

export type Load = {
  readonly port: number;
  readonly path: string;
  /** Posted with every request, each under an `Idempotency-Key` of its own. Absent: the requests read. */
  readonly body?: string;
  /** Of the body; JSON otherwise. Such a body is posted as it is, without an `Idempotency-Key`. */
  readonly contentType?: string;
  /** Used in turn, one a request. */
  readonly keys: readonly string[];
  readonly connections: number;
  readonly seconds: number;
};

export type LoadResult = {
  readonly requests: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Answers other than 2xx, and connections that broke. */
  readonly failures: number;
};

const HEAD_END = "\r\n\r\n";

type Counters = { requests: number; failures: number; latenciesMs: number[] };

/** Keep-alive connections that each wait for an answer before the next request, as `wrk` does it. */
export async function loadBySockets(load: Load): Promise<LoadResult> {
  const { port, keys, connections, seconds } = load;
  const run = randomUUID();
  const counters: Counters = { requests: 0, failures: 0, latenciesMs: [] };
  let turn = 0;
  const nextRequest = () => requestOf(load, keys[turn % keys.length] ?? "", `${run}-${turn++}`);
  const startedMs = performance.now();
  const endMs = startedMs + seconds * 1_000;
  await Promise.all(Array.from({ length: connections }, () => keepAsking(port, nextRequest, endMs, counters)));
  const latencies = counters.latenciesMs.sort((one, other) => one - other);
  const at = (share: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
  return {
    requests: counters.requests,
    perSecond: counters.requests / ((performance.now() - startedMs) / 1_000),
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    failures: counters.failures,
  };
}

function requestOf({ path, body, contentType }: Load, key: string, idempotencyKey: string): string {
  const head = (method: string) => `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${key}\r\n`;
  if (body === undefined) return `${head("GET")}\r\n`;
  const type = contentType ?? `application/json\r\nIdempotency-Key: ${idempotencyKey}`;
  const headers = `Content-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(body)}`;
  return `${head("POST")}${headers}\r\n\r\n${body}`;
}

function keepAsking(port: number, nextRequest: () => string, endMs: number, counters: Counters): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    let sentMs = 0;
    const ask = () => {
      sentMs = performance.now();
      if (sentMs >= endMs) socket.end();
      else socket.write(nextRequest());
    };
    socket.on("connect", ask);
    onAnswers(socket, (status) => {
      counters.requests += 1;
      counters.latenciesMs.push(performance.now() - sentMs);
      if (status < 200 || status > 299) counters.failures += 1;
      ask();
    });
    socket.on("error", () => {
      counters.failures += 1;
    });
    socket.on("close", () => resolve());
  });
}

/** Tells the status of each whole answer. Bodies are counted by `Content-Length`, or read up to the last chunk. */
function onAnswers(socket: Socket, onAnswer: (status: number) => void): void {
  let received = "";
  socket.setEncoding("latin1");
  socket.on("data", (text: string) => {
    received += text;
    const length = answerLengthOf(received);
    if (length === null || received.length < length) return;
    const status = Number(received.slice(9, 12));
    received = received.slice(length);
    onAnswer(status);
  });
}

function answerLengthOf(received: string): number | null {
  const headEnd = received.indexOf(HEAD_END);
  if (headEnd < 0) return null;
  const bodyStart = headEnd + HEAD_END.length;
  const length = /\r\ncontent-length: (\d+)/i.exec(received.slice(0, bodyStart))?.[1];
  if (length !== undefined) return bodyStart + Number(length);
  const lastChunk = received.indexOf("0\r\n\r\n", headEnd);
  return lastChunk < 0 ? null : lastChunk + 5;
}
