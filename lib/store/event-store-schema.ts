// The tables of an event store. Every process that opens one makes sure of them: each statement changes nothing the second time.
import { clientOf, type EventStoreAddress, isAccessDenied } from "./event-store";
import { requestTable } from "./request-log-schema";

/** How long refused lines are kept. */
export const REJECTED_DAYS = 30;

/**
 * Usage events. The engine keeps the latest version of each key; readers ask for it with FINAL, so that versions which are not
 * merged yet count once too. They lie in the order of their keys, so that keys that rise with time (UUIDv7, ULID, counters) leave
 * FINAL little to compare and let a range of time skip what lies outside; with others the answers are the same, only slower.
 */
const USAGE_EVENTS = `
  organization_id LowCardinality(UUID),
  idempotency_key String,
  version UInt128,
  request_id String,
  event_name LowCardinality(String),
  customer LowCardinality(String),
  contract_id LowCardinality(String),
  timestamp DateTime64(3, 'UTC'),
  hour DateTime('UTC') MATERIALIZED toStartOfHour(timestamp),
  properties Map(LowCardinality(String), String),
  property_kinds LowCardinality(String),
  number_names Array(LowCardinality(String)),
  numbers Array(Decimal(38, 12)),
  INDEX by_timestamp timestamp TYPE minmax GRANULARITY 1,
  INDEX by_hour hour TYPE minmax GRANULARITY 1`;

/** Lines that were accepted and could not be stored. The same line of the same request is listed once. */
const REJECTED_EVENTS = `
  organization_id UUID,
  received_at DateTime64(3, 'UTC'),
  request_id String,
  line UInt32,
  reason String,
  path String,
  idempotency_key Nullable(String),
  excerpt String`;

const tables = (cluster: string | undefined) => [
  `CREATE TABLE IF NOT EXISTS usage_events${on(cluster)} (${USAGE_EVENTS})
   ENGINE = ${replacing(cluster, "version")} ORDER BY (organization_id, idempotency_key) ${DURABLE}`,
  `CREATE TABLE IF NOT EXISTS rejected_events${on(cluster)} (${REJECTED_EVENTS})
   ENGINE = ${replacing(cluster)} ORDER BY (organization_id, received_at, request_id, line)
   TTL toDateTime(received_at) + INTERVAL ${REJECTED_DAYS} DAY ${DURABLE}`,
  requestTable(on(cluster), plain(cluster)),
];

/**
 * A row is on disk before the insert is answered, and a batch that is sent twice is stored once. What is inserted lies in few
 * files, because each is flushed alone; merges make a file of each column. They are few while rows arrive; once a day all that
 * is older becomes one part, of which reading takes a tenth of the time.
 */
const DURABLE = `SETTINGS fsync_after_insert = 1, fsync_part_directory = 1, non_replicated_deduplication_window = 1000,
  min_bytes_for_wide_part = 268435456, min_parts_to_merge_at_once = 16, min_age_to_force_merge_seconds = 86400`;

/** A column of few ids costs a byte a row to read instead of sixteen; ClickHouse wants to be asked for it. */
const LOW_CARDINALITY_IDS = { allow_suspicious_low_cardinality_types: 1 } as const;

const on = (cluster: string | undefined): string => (cluster === undefined ? "" : ` ON CLUSTER '${cluster}'`);

const PLACE = `'/clickhouse/tables/{shard}/{database}/{table}', '{replica}'`;

function replacing(cluster: string | undefined, version = ""): string {
  if (cluster === undefined) return `ReplacingMergeTree(${version})`;
  return `ReplicatedReplacingMergeTree(${PLACE}${version && `, ${version}`})`;
}

const plain = (cluster: string | undefined): string =>
  cluster === undefined ? "MergeTree" : `ReplicatedMergeTree(${PLACE})`;

/** Makes what is missing, the database too where the user may. Throws what the client throws. */
export async function makeEventTables({ url, cluster }: EventStoreAddress): Promise<void> {
  const server = new URL(url);
  const database = decodeURIComponent(server.pathname.slice(1));
  server.pathname = "/";
  await run(server.href, [`CREATE DATABASE IF NOT EXISTS \`${database.replaceAll("`", "")}\`${on(cluster)}`]).catch(
    (error: unknown) => {
      if (!isAccessDenied(error)) throw error;
    },
  );
  await run(url, tables(cluster));
}

async function run(url: string, statements: readonly string[]): Promise<void> {
  const client = clientOf(url);
  try {
    for (const query of statements) await client.command({ query, clickhouse_settings: LOW_CARDINALITY_IDS });
  } finally {
    await client.close();
  }
}
