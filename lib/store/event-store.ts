// The open event stores of this process: ClickHouse, one database for each environment. Nothing here knows whether a server, a
// cluster or the embedded engine answers behind the URL.
import { Readable } from "node:stream";
import { type ClickHouseClient, ClickHouseError, ClickHouseLogLevel, createClient } from "@clickhouse/client";
import type { Environment } from "@/lib/domain/environment";
import { unavailable } from "@/lib/domain/errors";
import { log } from "@/lib/log";

export type EventStoreAddress = {
  /** With user, password and database. */
  readonly url: string;
  /** Given where tables are replicated over a cluster. */
  readonly cluster?: string | undefined;
};

export type EventStore = EventStoreAddress & { readonly client: ClickHouseClient };

type Registry = { production?: EventStore; sandbox?: EventStore };

const REGISTRY_KEY = Symbol.for("mintkey.event-stores");
const REQUEST_TIMEOUT_MS = 60_000;
const PING_LIMIT_MS = 2_000;
const CONNECTIONS_MAX = 10;
/** ClickHouse gives up a query after this; what it asked for is too much for one answer. */
const READ_SECONDS_MAX = 30;
/** A ClickHouse that has not said by then that it gave up is not going to say anything. */
const READ_LIMIT_MS = (READ_SECONDS_MAX + 2) * 1_000;

export function openEventStore(environment: Environment, address: EventStoreAddress): void {
  registry()[environment] = { ...address, client: clientOf(address.url) };
}

export const clientOf = (url: string): ClickHouseClient =>
  createClient({
    url,
    request_timeout: REQUEST_TIMEOUT_MS,
    max_open_connections: CONNECTIONS_MAX,
    application: "mintkey",
    // Long lists of ids do not fit into an address.
    use_multipart_params_auto: true,
    // Its messages quote statements and rows; what operators need to know of a failure is logged here.
    log: { level: ClickHouseLogLevel.OFF },
  });

export function eventStore(environment: Environment): EventStore {
  const store = registry()[environment];
  if (!store) throw new Error(`This process has not opened the ${environment} event store`);
  return store;
}

export const hasEventStore = (environment: Environment): boolean => registry()[environment] !== undefined;

export async function closeEventStores(): Promise<void> {
  const open = registry();
  const stores = [open.production, open.sandbox].filter((store) => store !== undefined);
  open.production = undefined;
  open.sandbox = undefined;
  await Promise.all(stores.map(({ client }) => client.close()));
}

/**
 * The rows of a query. `parameters` are bound by the server. Throws `SERVICE_UNAVAILABLE` when the store cannot be read, and as
 * soon as `giveUp` aborts.
 */
export async function readRows<Row>(
  environment: Environment,
  query: string,
  parameters: Readonly<Record<string, unknown>>,
  giveUp: AbortSignal = AbortSignal.timeout(READ_LIMIT_MS),
): Promise<Row[]> {
  const { client } = eventStore(environment);
  let answer: { close(): void } | null = null;
  // The client listens to a signal only until an answer begins.
  const close = () => answer?.close();
  giveUp.addEventListener("abort", close);
  try {
    giveUp.throwIfAborted();
    const rows = await client.query({
      query,
      query_params: parameters,
      format: "JSONEachRow",
      abort_signal: giveUp,
      clickhouse_settings: {
        max_execution_time: READ_SECONDS_MAX,
        cancel_http_readonly_queries_on_client_close: 1,
        output_format_json_quote_64bit_integers: 0,
      },
    });
    answer = rows;
    giveUp.throwIfAborted();
    return await rows.json<Row>();
  } catch (error) {
    log.warn("The event store did not answer a query", {
      error: giveUp.aborted ? "TimeoutError" : eventStoreErrorName(error),
    });
    // Without the error: what is logged of a refusal must not quote rows.
    throw unavailable();
  } finally {
    giveUp.removeEventListener("abort", close);
  }
}

/** Stores rows in ClickHouse's Native format, once for each token. Throws what the client throws. */
export async function insertNative(
  environment: Environment,
  table: string,
  block: readonly Buffer[],
  token: string,
): Promise<void> {
  const { client } = eventStore(environment);
  const { stream } = await client.exec({
    query: `INSERT INTO ${table} FORMAT Native`,
    values: Readable.from(block, { objectMode: false }),
    clickhouse_settings: {
      insert_deduplication_token: token,
      // Rows of one key are merged later: doing it here costs ten times what storing them costs.
      optimize_on_insert: 0,
      async_insert: 0,
      wait_end_of_query: 1,
    },
  });
  stream.resume();
}

/** What operators may read of an error of the store: its text may quote rows. */
export const eventStoreErrorName = (error: unknown): string =>
  error instanceof ClickHouseError ? `${error.code} ${error.type}` : error instanceof Error ? error.name : "unknown";

export const isAccessDenied = (error: unknown): boolean => error instanceof ClickHouseError && error.code === "497";

/**
 * Whether the store refused the rows themselves: sending them again would be refused again. Only what is known to mean that;
 * every other failure may pass, and an accepted event waits for it.
 */
export const isRefusedForGood = (error: unknown): boolean =>
  error instanceof ClickHouseError && REFUSALS_OF_DATA.has(error.type ?? "");

const REFUSALS_OF_DATA = new Set([
  "ARGUMENT_OUT_OF_BOUND",
  "CANNOT_CONVERT_TYPE",
  "CANNOT_INSERT_NULL_IN_ORDINARY_COLUMN",
  "CANNOT_PARSE_INPUT_ASSERTION_FAILED",
  "DECIMAL_OVERFLOW",
  "FUNCTION_THROW_IF_VALUE_IS_NON_ZERO",
  "INCORRECT_DATA",
  "TOO_LARGE_ARRAY_SIZE",
  "TOO_LARGE_STRING_SIZE",
  "TYPE_MISMATCH",
  "VALUE_IS_OUT_OF_RANGE_OF_DATA_TYPE",
  "VIOLATED_CONSTRAINT",
]);

export async function isEventStoreUp(environment: Environment): Promise<boolean> {
  if (!hasEventStore(environment)) return false;
  const abort_signal = AbortSignal.timeout(PING_LIMIT_MS);
  const { success } = await eventStore(environment).client.ping({ select: false, abort_signal });
  return success;
}

function registry(): Registry {
  const holder: typeof globalThis & { [REGISTRY_KEY]?: Registry } = globalThis;
  holder[REGISTRY_KEY] ??= {};
  return holder[REGISTRY_KEY];
}
