import { z } from "zod";
import { ApiError } from "./api-error";
import { noteAnswer, noteSilence } from "./connection";

const errorBody = z.object({
  error: z.object({
    message: z.string(),
    code: z.string(),
    requestId: z.string().nullish(),
    details: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  }),
});

type RequestInput = {
  method?: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** Sent as JSON. */
  body?: unknown;
  idempotencyKey?: string;
  headers?: Readonly<Record<string, string>>;
  signal?: AbortSignal;
};

/** Asks one of our own endpoints and returns its JSON. Raises an `ApiError`, and nothing else except an abort. */
export async function request<Answer>(url: string, input: RequestInput = {}): Promise<Answer> {
  return readAnswer(await ask(url, input), (text): Answer => JSON.parse(text));
}

/** The same with every number as the text it is written in: a floating point number would lose digits of amounts and quantities. */
export async function requestExact<Answer>(url: string, input: RequestInput = {}): Promise<Exact<Answer>> {
  return readAnswer(await ask(url, input), (text): Exact<Answer> => JSON.parse(text, asWritten));
}

/** What an answer is when its numbers are text. */
export type Exact<Json> = Json extends number
  ? string
  : Json extends readonly (infer Item)[]
    ? Exact<Item>[]
    : Json extends object
      ? { [Name in keyof Json]: Exact<Json[Name]> }
      : Json;

// A browser that does not tell the source gives the digits that a floating point number keeps.
function asWritten(_name: string, value: unknown, context?: { source?: string }): unknown {
  return typeof value === "number" ? (context?.source ?? String(value)) : value;
}

async function ask(url: string, input: RequestInput): Promise<Response> {
  const response = await send(url, input);
  if (!response.ok) throw await errorOf(response);
  return response;
}

async function readAnswer<Answer>(response: Response, parse: (text: string) => Answer): Promise<Answer> {
  try {
    return parse(await response.text());
  } catch (cause) {
    if (isAbort(cause)) throw cause;
    throw unreadable(response);
  }
}

async function send(url: string, input: RequestInput): Promise<Response> {
  const { method = "GET", body, idempotencyKey, signal } = input;
  const headers = new Headers({ Accept: "application/json", ...input.headers });
  if (body !== undefined) headers.set("Content-Type", "application/json");
  if (idempotencyKey) headers.set("Idempotency-Key", idempotencyKey);
  try {
    const response = await fetch(url, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      signal,
      credentials: "same-origin",
      cache: "no-store",
    });
    noteAnswer();
    return response;
  } catch (cause) {
    if (isAbort(cause)) throw cause;
    noteSilence();
    throw new ApiError(0, "UNREACHABLE", "Can't reach the server.");
  }
}

async function errorOf(response: Response): Promise<ApiError> {
  const parsed = errorBody.safeParse(await response.json().catch(() => null));
  if (!parsed.success) return unreadable(response);
  const { message, code, requestId, details } = parsed.data.error;
  if (response.status === 401 && message === "Sign in to continue") window.dispatchEvent(new Event(SIGNED_OUT));
  const retryAfter = Number(response.headers.get("Retry-After"));
  return new ApiError(response.status, code, message, details, requestId ?? null, retryAfter > 0 ? retryAfter : null);
}

function unreadable(response: Response): ApiError {
  return new ApiError(response.status, "INTERNAL_ERROR", "The server's answer could not be read.");
}

function isAbort(cause: unknown): boolean {
  return cause instanceof DOMException && cause.name === "AbortError";
}

const SIGNED_OUT = "mintkey:signed-out";

/** Calls back whenever an answer says that the sign-in session is over. Returns the way to stop. */
export function onSignedOut(listener: () => void): () => void {
  window.addEventListener(SIGNED_OUT, listener);
  return () => window.removeEventListener(SIGNED_OUT, listener);
}
