import createClient from "openapi-fetch";
import type { AnyInput, Call, List, Method } from "./calls";
import { fieldsOf } from "./errors";
import { eventSender, type SendEvents } from "./events";
import { KEYED_POSTS, READING_POSTS } from "./schema";
import { parseAnswer, send } from "./sending";
import { type Environment, type MintkeyOptions, type Settings, settingsOf } from "./settings";

/** A client of the Mintkey API. The key is held in a closure, so that printing the client cannot show it. */
export type Mintkey = {
  readonly environment: Environment;
  readonly baseUrl: string;
  /** Where `sendEvents` sends to. */
  readonly eventsBaseUrl: string;
  readonly get: Call<"get">;
  readonly post: Call<"post">;
  readonly patch: Call<"patch">;
  readonly delete: Call<"delete">;
  readonly list: List;
  readonly sendEvents: SendEvents;
};

const PAGE_SIZE_MAX = 100;

/** Answers are returned as they came; refusals are thrown as a `MintkeyError`, silence as a `MintkeyConnectionError`. */
export function createMintkey(options: MintkeyOptions = {}): Mintkey {
  const settings = settingsOf(options);
  const call = callerOf(settings);

  // Here types are taken on trust: the document they come from is derived from the declarations that answer.
  function callsWith<M extends Method>(method: M): Call<M>;
  function callsWith(method: Method): unknown {
    return (path: string, input?: AnyInput) => call(method, path, input);
  }
  return {
    environment: settings.environment,
    baseUrl: settings.baseUrl,
    eventsBaseUrl: settings.eventsBaseUrl,
    get: callsWith("get"),
    post: callsWith("post"),
    patch: callsWith("patch"),
    delete: callsWith("delete"),
    list: listWith(call),
    sendEvents: eventSender(settings),
  };
}

type AnyCall = (method: Method, path: string, input?: AnyInput) => Promise<unknown>;

type AnyOperation = {
  parameters: { path?: Record<string, unknown> | undefined; query?: Record<string, unknown> | undefined };
  requestBody?: { content: { "application/json": unknown } };
  responses: { 200: { content: { "application/json": unknown } } };
};

function callerOf(settings: Settings): AnyCall {
  const { apiKey, baseUrl } = settings;
  const headers = { Authorization: `Bearer ${apiKey}` };
  // The API redirects nobody. Following would take the key wherever an answer points.
  const client = createClient<Record<string, Record<Method, AnyOperation>>>({ baseUrl, headers, redirect: "manual" });
  return async (method, path, { path: inPath, query, body, signal, idempotencyKey } = {}) => {
    const isKeyed = method === "post" && KEYED_POSTS.has(path);
    const isRepeatable = isKeyed || method === "get" || method === "delete" || READING_POSTS.has(path);
    const { data } = await client.request(method, path, {
      params: { path: inPath, query },
      body,
      signal: signal ?? null,
      parseAs: "text",
      // Made here and not for each attempt: a repeat is the same call.
      headers: isKeyed ? { "Idempotency-Key": idempotencyKey ?? crypto.randomUUID() } : {},
      fetch: (request: Request) => {
        if (request.url.includes(apiKey)) throw new TypeError("The API key must not stand in a path or a query.");
        return send(settings, request, isRepeatable);
      },
    });
    return parseAnswer(data);
  };
}

function listWith(call: AnyCall): List;
function listWith(call: AnyCall): unknown {
  return async function* (path: string, { query, ...input }: AnyInput = {}): AsyncGenerator<unknown, void, undefined> {
    let cursor: unknown;
    do {
      const pageQuery = { limit: PAGE_SIZE_MAX, ...query, ...(cursor !== undefined && { cursor }) };
      const page = fieldsOf(await call("get", path, { ...input, query: pageQuery }));
      const rows = Array.isArray(page.data) ? page.data : fieldsOf(page.data).entries;
      if (!Array.isArray(rows)) throw new TypeError("This path answers no list.");
      yield* rows;
      cursor = page.nextCursor;
    } while (typeof cursor === "string");
  };
}
