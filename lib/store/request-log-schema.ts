/** How long the request log is kept, in days. */
export const REQUEST_LOG_DAYS = 90;

/** The organization of requests that belong to nobody: without a key that is known here. */
export const NOBODY = "00000000-0000-0000-0000-000000000000";

/**
 * The request log: a view, not evidence, so that a row may be lost in a crash. Read for one organization newest first, and for one
 * of its keys, which the projection is sorted for; a request id is looked up with the help of its index.
 */
const REQUESTS = `
  organization_id UUID,
  at DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
  request_id String CODEC(ZSTD(1)),
  key_id UUID CODEC(ZSTD(1)),
  secret_id UUID CODEC(ZSTD(1)),
  foreign_hint LowCardinality(String),
  method LowCardinality(String),
  route LowCardinality(String),
  scope LowCardinality(String),
  status UInt16,
  error_code LowCardinality(String),
  error_message String CODEC(ZSTD(1)),
  failed_check LowCardinality(String),
  duration_us UInt32 CODEC(ZSTD(1)),
  address String CODEC(ZSTD(1)),
  user_agent String CODEC(ZSTD(1)),
  events UInt32 CODEC(ZSTD(1)),
  server_id UUID CODEC(ZSTD(1)),
  PROJECTION by_key (SELECT * ORDER BY (organization_id, key_id, at)),
  INDEX by_request_id request_id TYPE bloom_filter(0.01) GRANULARITY 4`;

/** The statement that makes the table. `on` and `engine` say where and how it is replicated. */
export const requestTable = (on: string, engine: string): string =>
  `CREATE TABLE IF NOT EXISTS requests${on} (${REQUESTS})
   ENGINE = ${engine} PARTITION BY toMonday(at) ORDER BY (organization_id, at, request_id)
   TTL toDateTime(at) + INTERVAL ${REQUEST_LOG_DAYS} DAY
   SETTINGS non_replicated_deduplication_window = 1000`;
