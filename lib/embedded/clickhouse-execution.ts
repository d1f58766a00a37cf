import { writeFile } from "node:fs/promises";
import type { Answer } from "./clickhouse-answer";
import { type ClickHouseEngine, type EngineCall, literal } from "./clickhouse-engine";
import { ClickHouseRefusal } from "./clickhouse-error";
import type { ClickHouseLane } from "./clickhouse-lane";
import type { ClickHouseRequest } from "./clickhouse-request";
import { type Statement, statementOf } from "./clickhouse-statement";

export type Lanes = { reads: ClickHouseLane; writes: ClickHouseLane };
export type Work = {
  /** Where this request's data may wait; whoever calls removes it. */
  file: string;
  signal: AbortSignal;
};
export type Body = {
  read: () => Promise<Buffer>;
  /** Into the work's file, behind these bytes. */
  save: (leading: Buffer) => Promise<void>;
};

type Data = Extract<Statement, { kind: "data" }>;
type Rows = Extract<Statement, { kind: "rows" }>;

/** Runs what a request asks for. The statement stands in the URL, in the body, or begins in one and goes on in the other. */
export async function runStatement(
  engine: ClickHouseEngine,
  lanes: Lanes,
  asked: ClickHouseRequest,
  work: Work,
  body: Body,
): Promise<Answer> {
  const { database, settings, parameters } = asked;
  const call: EngineCall = { database, settings, parameters, signal: work.signal };
  const begun = Buffer.from(asked.query ?? "");
  const inUrl = begun.length === 0 ? undefined : statementOf(begun.toString("latin1"));
  if (inUrl?.kind === "data") {
    refuseWriting(asked);
    await body.save(begun.subarray(inUrl.dataStart));
    return lanes.writes.run(() => insertData(engine, inUrl, call, work), work.signal);
  }
  const rest = await body.read();
  const whole = Buffer.concat([begun, rest]);
  const statement = inUrl && rest.length === 0 ? inUrl : statementOf(whole.toString("latin1"));
  const lane = statement.kind === "data" || statement.kind === "insert" ? lanes.writes : lanes.reads;
  if (statement.kind === "data") {
    await writeFile(work.file, whole.subarray(statement.dataStart), { flag: "wx", mode: 0o600 });
  }
  return lane.run(() => run(engine, asked, statement, whole.toString("utf8"), call, work), work.signal);
}

function run(
  engine: ClickHouseEngine,
  asked: ClickHouseRequest,
  statement: Statement,
  text: string,
  call: EngineCall,
  work: Work,
): Promise<Answer> {
  switch (statement.kind) {
    case "data":
      refuseWriting(asked);
      return insertData(engine, statement, call, work);
    case "insert":
      refuseWriting(asked);
      return insert(engine, text, call);
    case "rows":
      return selectRows(engine, statement, asked.defaultFormat, call, work);
    case "other":
      if (!statement.reads) refuseWriting(asked);
      return command(engine, text, statement.format ?? asked.defaultFormat, call);
  }
}

function refuseWriting({ readsOnly }: ClickHouseRequest): void {
  if (readsOnly) throw new ClickHouseRefusal(164, "READONLY", "Cannot execute query in readonly mode: use POST");
}

async function insertData(engine: ClickHouseEngine, statement: Data, call: EngineCall, work: Work): Promise<Answer> {
  const [head, settings] = [inUtf8(statement.head), inUtf8(statement.settings)];
  return insert(
    engine,
    `${head} FROM INFILE ${literal(work.file)} COMPRESSION 'none' ${settings} FORMAT ${statement.format}`,
    call,
  );
}

async function insert(engine: ClickHouseEngine, text: string, call: EngineCall): Promise<Answer> {
  const startedAtMs = performance.now();
  const { rowsWritten, bytesWritten } = await engine.write(text, call);
  const summary = {
    read_rows: rowsWritten,
    read_bytes: bytesWritten,
    written_rows: rowsWritten,
    written_bytes: bytesWritten,
    result_rows: rowsWritten,
    result_bytes: bytesWritten,
    elapsed_ns: nanosecondsSince(startedAtMs),
  };
  return { format: "TabSeparated", content: new Uint8Array(), summary };
}

/** The answer goes through a file: it may be larger than memory, and is whole before its first byte is sent. */
async function selectRows(
  engine: ClickHouseEngine,
  statement: Rows,
  defaultFormat: string,
  call: EngineCall,
  work: Work,
): Promise<Answer> {
  const startedAtMs = performance.now();
  const format = statement.format ?? defaultFormat;
  const [head, tail] = [inUtf8(statement.head), inUtf8(statement.tail)];
  const text = `${head}\nINTO OUTFILE ${literal(work.file)} COMPRESSION 'none' FORMAT ${format} ${tail}`;
  const { rowsRead, bytesRead } = await engine.read(text, "Null", call);
  const summary = { read_rows: rowsRead, read_bytes: bytesRead, elapsed_ns: nanosecondsSince(startedAtMs) };
  return { format, content: { path: work.file }, summary };
}

async function command(engine: ClickHouseEngine, text: string, format: string, call: EngineCall): Promise<Answer> {
  const startedAtMs = performance.now();
  const { bytes, rowsRead, bytesRead } = await engine.read(text, format, call);
  const summary = { read_rows: rowsRead, read_bytes: bytesRead, elapsed_ns: nanosecondsSince(startedAtMs) };
  return { format, content: bytes, summary };
}

const inUtf8 = (latin1: string) => Buffer.from(latin1, "latin1").toString("utf8");
const nanosecondsSince = (startedAtMs: number) => Math.round((performance.now() - startedAtMs) * 1e6);
