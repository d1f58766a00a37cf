// Calls over HTTP and what comes back, in a form that tests can compare.
import { createConnection } from "node:net";
import { z } from "zod";

export type Sent = {
  /** A key, sent as a bearer token. */
  secret?: string | undefined;
  /** A session's cookie. */
  cookie?: string | undefined;
  /** Null: no `Origin` at all. */
  origin?: string | null | undefined;
  /** A value to send as JSON. */
  body?: unknown;
  /** A body as it is, for what is no JSON. */
  raw?: string | Uint8Array<ArrayBuffer> | undefined;
  headers?: Record<string, string> | undefined;
  /** The client's address; a fresh one for each call otherwise, so that calls do not share a rate limit. */
  from?: string | undefined;
};

export type ErrorFacts = z.output<typeof errorBody>["error"];
export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Null when the body is no JSON. */
  readonly json: unknown;
  readonly error: ErrorFacts | null;
};

const errorBody = z.strictObject({
  error: z.strictObject({
    message: z.string(),
    code: z.string(),
    requestId: z.string(),
    details: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
  }),
});

export function headersOf({ secret, cookie, origin, body, raw, headers: given = {} }: Sent) {
  const headers = new Headers(given);
  if (secret !== undefined) headers.set("authorization", `Bearer ${secret}`);
  if (cookie !== undefined) headers.set("cookie", cookie);
  if (typeof origin === "string") headers.set("origin", origin);
  const hasBody = body !== undefined || raw !== undefined;
  if (hasBody && !headers.has("content-type")) headers.set("content-type", "application/json");
  // An empty type stands for none at all.
  if (headers.get("content-type") === "") headers.delete("content-type");
  const text = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  return { headers, body: typeof text === "string" ? new TextEncoder().encode(text) : text };
}

export async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const json = jsonOf(text);
  const error = errorBody.safeParse(json);
  return {
    status: response.status,
    headers: response.headers,
    text,
    json,
    error: error.success ? error.data.error : null,
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

let addresses = 0;

/** An address that nobody called from before, of a block for documentation. */
export function freshAddress(): string {
  addresses += 1;
  return `2001:db8:${(addresses >> 16).toString(16)}:${(addresses & 0xffff).toString(16)}::1`;
}

export type RawAnswer = { readonly status: number; readonly head: string; readonly body: string };

/** Sends bytes as they are and reads until the server closes: for what a client library would not send. */
export function sendRaw(port: number, ...parts: (string | Uint8Array)[]): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = createConnection(port, "127.0.0.1", () => {
      for (const part of parts) socket.write(part);
    });
    const finish = () => {
      const [head = "", ...rest] = Buffer.concat(chunks).toString("utf8").split("\r\n\r\n");
      resolve({ status: Number(head.split(" ")[1] ?? 0), head, body: rest.join("\r\n\r\n") });
    };
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("close", finish);
    // A server that refuses early resets the connection while we still send; what it said before counts.
    socket.on("error", (error) => (chunks.length > 0 ? finish() : reject(error)));
  });
}

/** A request as text, whose connection ends with the answer. */
export function rawRequest(method: string, target: string, headers: readonly string[], body = ""): string {
  const length = body === "" ? [] : [`Content-Length: ${Buffer.byteLength(body)}`];
  return [`${method} ${target} HTTP/1.1`, "Host: localhost", "Connection: close", ...headers, ...length, "", body].join(
    "\r\n",
  );
}
