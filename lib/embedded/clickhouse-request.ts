// What a request says, apart from its body.
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { ClickHouseRefusal } from "./clickhouse-error";

export type ClickHouseRequest = {
  query: string | undefined;
  queryId: string | undefined;
  database: string | undefined;
  defaultFormat: string;
  settings: Map<string, string>;
  parameters: Map<string, string>;
  /** Whether the request may only read, as a GET does. */
  readsOnly: boolean;
};

/** They speak to a server's HTTP half, which this one does in its own way; the engine does not know them. */
const HTTP_SETTINGS =
  /^(wait_end_of_query|buffer_size|send_progress_in_http_headers|http_.+|enable_http_compression|stacktrace|quota_key|cancel_http_readonly_queries_on_client_close)$/;
const REFUSED: Readonly<Record<string, string>> = {
  session_id: "Sessions are not available in the embedded ClickHouse",
  role: "Roles are not available in the embedded ClickHouse",
  compress: "Native compression is not available in the embedded ClickHouse; use Content-Encoding",
  decompress: "Native compression is not available in the embedded ClickHouse; use Content-Encoding",
  user: "Credentials are taken from headers, not from the URL, in the embedded ClickHouse",
  password: "Credentials are taken from headers, not from the URL, in the embedded ClickHouse",
};
const PARAMETER = /^param_/;
const DEFAULT_FORMAT = "TabSeparated";

/** Reads URL and headers; `fields` are those of a form, when the body is one. */
export function readRequest(request: IncomingMessage, fields: Iterable<[string, string]> = []): ClickHouseRequest {
  const { searchParams } = new URL(request.url ?? "/", "http://localhost");
  const entries = new Map([...searchParams, ...fields]);
  const read: ClickHouseRequest = {
    query: entries.get("query"),
    queryId: entries.get("query_id"),
    database: entries.get("database") ?? single(request.headers, "x-clickhouse-database"),
    defaultFormat: entries.get("default_format") ?? single(request.headers, "x-clickhouse-format") ?? DEFAULT_FORMAT,
    settings: new Map(),
    parameters: new Map(),
    readsOnly: request.method === "GET",
  };
  const known = ["query", "query_id", "database", "default_format"];
  for (const [name, value] of entries) {
    const refused = REFUSED[name];
    if (refused !== undefined) throw new ClickHouseRefusal(48, "NOT_IMPLEMENTED", refused);
    if (PARAMETER.test(name)) read.parameters.set(name.replace(PARAMETER, ""), value);
    else if (!known.includes(name) && !HTTP_SETTINGS.test(name)) read.settings.set(name, value);
  }
  if (!/^\w+$/.test(read.defaultFormat)) throw new ClickHouseRefusal(73, "UNKNOWN_FORMAT", "Unknown format");
  return read;
}

/** Whether the client reads answers packed, errors too. */
export function asksForGzip({ url, headers }: IncomingMessage): boolean {
  const asked = new URL(url ?? "/", "http://localhost").searchParams.get("enable_http_compression");
  return (asked === "1" || asked === "true") && /\bgzip\b/.test(single(headers, "accept-encoding") ?? "");
}

function single(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}
