import { errorOf, MintkeyConnectionError, MintkeyTimeoutError } from "./errors";
import { decideWaitMs, parseRetryAfterMs } from "./retry";
import type { Settings } from "./settings";

/** Sends until there is an answer that is no refusal, or no more reason to repeat. Throws the last failure, or why the caller gave up. */
export async function send(settings: Settings, request: Request, isRepeatable: boolean): Promise<Response> {
  const { maxRetries, timing } = settings;
  for (let retries = 0; ; retries++) {
    try {
      return await attempt(settings, request);
    } catch (error) {
      if (request.signal.aborted || retries >= maxRetries) throw error;
      const waitMs = decideWaitMs({ error, retries, isRepeatable }, timing.random());
      if (waitMs === null) throw error;
      await timing.sleep(waitMs, request.signal);
    }
  }
}

async function attempt(settings: Settings, request: Request): Promise<Response> {
  const { status, headers, body } = await exchange(settings, request);
  // A debugging proxy may show the request's headers in its answer.
  if (status >= 200 && status < 300) return new Response(body === "" ? null : body, { status, headers });
  const retryAfterMs = parseRetryAfterMs(headers.get("retry-after"), settings.timing.nowMs());
  throw errorOf(status, body.replaceAll(settings.apiKey, "[API key]"), retryAfterMs);
}

// Node's fetch listens to a request's signal through the request. One that is collected on the way takes the timeout along, and
// the call waits for ever.
const underWay = new Set<Request>();

/** One request and its whole answer. Not `AbortSignal.any`: an abort must be told from a timeout. */
async function exchange({ fetch, timeoutMs }: Settings, request: Request) {
  const ending = new AbortController();
  const sent = new Request(request.clone(), { signal: ending.signal });
  const onAbort = () => ending.abort();
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    ending.abort();
  }, timeoutMs);
  request.signal.addEventListener("abort", onAbort, { once: true });
  try {
    request.signal.throwIfAborted();
    underWay.add(sent);
    const response = await fetch(sent);
    return { status: response.status, headers: response.headers, body: await response.text() };
  } catch (cause) {
    request.signal.throwIfAborted();
    const call = `${request.method} ${new URL(request.url).pathname}`;
    if (isLate) throw new MintkeyTimeoutError(`${call} was not answered within ${timeoutMs} ms`);
    throw new MintkeyConnectionError(`${call} could not be sent, or its answer not be read`, { cause });
  } finally {
    underWay.delete(sent);
    clearTimeout(timer);
    request.signal.removeEventListener("abort", onAbort);
  }
}

/** The JSON of an answer that says yes. */
export function parseAnswer(text = ""): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new MintkeyConnectionError("The answer is no JSON. Something else than Mintkey may stand at the base URL.");
  }
}
