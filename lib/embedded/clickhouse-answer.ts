import { type FileHandle, open, rm } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { type ClickHouseRefusal, statusOf } from "./clickhouse-error";

export type Answer = {
  format: string;
  /** Its content, or the file that holds it and is removed with the answer. */
  content: Uint8Array | { path: string };
  summary: Record<string, number | undefined>;
};

const CONTENT_TYPES: readonly [RegExp, string][] = [
  [/^JSON(Strings|Compact)*EachRow|^NDJSON|^JSONLines/, "application/x-ndjson; charset=UTF-8"],
  [/^JSON/, "application/json; charset=UTF-8"],
  [/^CSVWithNames/, "text/csv; charset=UTF-8; header=present"],
  [/^CSV/, "text/csv; charset=UTF-8; header=absent"],
  [/^(TabSeparated|TSV)/, "text/tab-separated-values; charset=UTF-8"],
  [/^(RowBinary|Native|Parquet|Arrow|ORC|Avro|MsgPack|Protobuf)/, "application/octet-stream"],
];
const SMALL_BYTES_MAX = 256 * 1024;
const GZIP_LEVEL = 1;

/** Sends the result of a statement. Nothing is sent before the statement has succeeded, so a status is never taken back. */
export async function sendAnswer(response: ServerResponse, answer: Answer, gzip: boolean): Promise<void> {
  response.setHeader("X-ClickHouse-Format", answer.format);
  response.setHeader("X-ClickHouse-Summary", JSON.stringify(textsOf(answer.summary)));
  const type = CONTENT_TYPES.find(([format]) => format.test(answer.format))?.[1] ?? "text/plain; charset=UTF-8";
  response.setHeader("Content-Type", type);
  if (!("path" in answer.content)) return await sendBytes(response, answer.content, gzip);
  const file = await open(answer.content.path);
  try {
    // Its name is not needed any more: whatever happens now, nothing stays behind.
    await rm(answer.content.path);
    const { size } = await file.stat();
    if (size <= SMALL_BYTES_MAX) await sendBytes(response, await file.readFile(), gzip);
    else await sendFile(response, file, size, gzip);
  } finally {
    await file.close();
  }
}

async function sendBytes(response: ServerResponse, bytes: Uint8Array, gzip: boolean): Promise<void> {
  if (!gzip || bytes.length === 0) {
    response.setHeader("Content-Length", bytes.length);
    response.end(bytes);
    return;
  }
  response.setHeader("Content-Encoding", "gzip");
  await pipeline([bytes], createGzip({ level: GZIP_LEVEL }), response);
}

async function sendFile(response: ServerResponse, file: FileHandle, size: number, gzip: boolean): Promise<void> {
  if (gzip) response.setHeader("Content-Encoding", "gzip");
  else response.setHeader("Content-Length", size);
  const source = file.createReadStream({ autoClose: false, highWaterMark: SMALL_BYTES_MAX });
  await pipeline(source, gzip ? createGzip({ level: GZIP_LEVEL }) : new PassThrough(), response);
}

/** As ClickHouse does it: numbers as texts, because some clients' numbers are too small. */
const textsOf = (summary: Record<string, number | undefined>) =>
  Object.fromEntries(
    Object.entries(summary).flatMap(([name, value]) => (value === undefined ? [] : [[name, `${value}`]])),
  );

export async function sendRefusal(
  response: ServerResponse,
  refusal: ClickHouseRefusal,
  version: string,
  gzip: boolean,
): Promise<void> {
  if (response.headersSent) {
    // Cut off in the middle, so that nobody takes a part for the whole.
    response.destroy();
    return;
  }
  for (const name of ["Content-Encoding", "Content-Length", "X-ClickHouse-Format", "X-ClickHouse-Summary"])
    response.removeHeader(name);
  response.statusCode = statusOf(refusal);
  if (response.statusCode === 401) response.setHeader("WWW-Authenticate", 'Basic realm="ClickHouse server HTTP API"');
  response.setHeader("X-ClickHouse-Exception-Code", refusal.code);
  response.setHeader("Content-Type", "text/plain; charset=UTF-8");
  const stop = /[.!?]$/.test(refusal.message) ? "" : ".";
  const { code, type, message } = refusal;
  const text = `Code: ${code}. DB::Exception: ${message}${stop} (${type}) (version ${version})\n`;
  await sendBytes(response, Buffer.from(text), gzip);
}
