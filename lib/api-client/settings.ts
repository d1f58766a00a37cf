import { systemTiming, type Timing } from "./retry";

export type Environment = "production" | "sandbox";

export type MintkeyOptions = {
  /** Default: the variable `MINTKEY_API_KEY`. */
  readonly apiKey?: string;
  /** Default: what the key's prefix says. Given, it must agree with the key. */
  readonly environment?: Environment;
  /** Default: the variable `MINTKEY_API_URL`, else the environment's local server. */
  readonly baseUrl?: string;
  /** Where events are sent to: the Events API. Default: `baseUrl`, which takes them too; else the variable `MINTKEY_EVENTS_URL`. */
  readonly eventsBaseUrl?: string;
  /** For one attempt, from connecting to the last byte of the answer. Default: 30 000. */
  readonly timeoutMs?: number;
  /** How often a failed attempt is repeated; 0 to 10, default 4. */
  readonly maxRetries?: number;
  readonly fetch?: (request: Request) => Promise<Response>;
  /** The clock, the waiting and the chance of the retries; tests bring their own. */
  readonly timing?: Timing;
};

export type Settings = Required<MintkeyOptions>;

const TIMEOUT_MS = 30_000;
/** Above this `setTimeout` fires at once. */
const TIMEOUT_MS_MAX = 2 ** 31 - 1;
const RETRIES = 4;
const RETRIES_MAX = 10;

const ENVIRONMENTS = {
  mk_live_: { environment: "production", url: "http://localhost:4000", eventsUrl: "http://localhost:4010" },
  mk_test_: { environment: "sandbox", url: "http://localhost:4001", eventsUrl: "http://localhost:4011" },
} as const;

/** Refuses what cannot work before anything is sent. No message repeats a key or an address. */
export function settingsOf(options: MintkeyOptions): Settings {
  const apiKey = options.apiKey ?? process.env.MINTKEY_API_KEY;
  if (!apiKey) throw new TypeError("Give createMintkey an apiKey, or set MINTKEY_API_KEY.");
  const { environment, url, eventsUrl } = environmentOf(apiKey);
  if (options.environment !== undefined && options.environment !== environment)
    throw new TypeError(`The API key is a ${environment} key, but the environment is ${options.environment}.`);
  return {
    apiKey,
    environment,
    baseUrl: parseBaseUrl(options.baseUrl ?? (process.env.MINTKEY_API_URL || url)),
    eventsBaseUrl: parseBaseUrl(options.eventsBaseUrl ?? options.baseUrl ?? eventsUrlOf(process.env, eventsUrl)),
    timeoutMs: parseWholeNumber("timeoutMs", options.timeoutMs ?? TIMEOUT_MS, 1, TIMEOUT_MS_MAX),
    maxRetries: parseWholeNumber("maxRetries", options.maxRetries ?? RETRIES, 0, RETRIES_MAX),
    fetch: options.fetch ?? ((request) => fetch(request)),
    timing: options.timing ?? systemTiming,
  };
}

/** An address that was given for the API says more of where events belong than the local server does. */
const eventsUrlOf = ({ MINTKEY_EVENTS_URL, MINTKEY_API_URL }: NodeJS.ProcessEnv, localUrl: string): string =>
  MINTKEY_EVENTS_URL || MINTKEY_API_URL || localUrl;

function environmentOf(apiKey: string) {
  // A key with a line break at its end would come back inside the message with which `Headers` refuses it.
  const [, prefix] = /^(mk_live_|mk_test_)[0-9a-f]{48}$/.exec(apiKey) ?? [];
  if (prefix !== "mk_live_" && prefix !== "mk_test_")
    throw new TypeError(
      "The API key is not well formed: mk_live_ or mk_test_ and 48 hexadecimal digits, nothing else.",
    );
  return ENVIRONMENTS[prefix];
}

function parseBaseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isPlain = url && /^https?:$/.test(url.protocol) && url.href === url.origin + url.pathname;
  if (!isPlain)
    throw new TypeError("The base URL must start with http:// or https:// and have no credentials or query.");
  return url.href.replace(/\/+$/, "");
}

function parseWholeNumber(name: string, value: number, min: number, max: number): number {
  if (!Number.isInteger(value) || value < min || value > max)
    throw new TypeError(`${name} must be a whole number between ${min} and ${max}.`);
  return value;
}
