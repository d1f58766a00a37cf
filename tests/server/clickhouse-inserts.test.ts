import { Readable } from "node:stream";
import { type ClickHouseClient, ClickHouseLogLevel, createClient } from "@clickhouse/client";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type TestClickHouse, testClickHouse } from "../support/clickhouse";

/** What a text has to survive: an empty line, the end of a statement, and a statement of its own. */
const AWKWARD = "a\n\nb';\n\nDROP TABLE stored;\n\n\t\\ ` \" \u0000 é 漢";

let database: TestClickHouse;
let client: ClickHouseClient;

beforeAll(async () => {
  database = await testClickHouse();
  client = createClient({ url: database.url, log: { level: ClickHouseLogLevel.OFF } });
});

afterAll(async () => {
  await client.close();
  await database.drop();
});

beforeEach(() =>
  client.command({ query: "CREATE TABLE stored (id UInt64, text String) ENGINE = MergeTree ORDER BY id" }),
);
afterEach(() => client.command({ query: "DROP TABLE stored SYNC" }));

async function stored(): Promise<unknown[]> {
  const answer = await client.query({ query: "SELECT id, text FROM stored ORDER BY id", format: "JSONEachRow" });
  return answer.json();
}

const numbered = (text: string, count = 3) => Array.from({ length: count }, (_, id) => ({ id, text }));

/** As RowBinary: eight bytes of number, the text's length as a varint, the text. */
function rowBinary(rows: readonly { id: number; text: string }[]): Buffer {
  return Buffer.concat(
    rows.flatMap(({ id, text }) => {
      const number = Buffer.alloc(8);
      number.writeBigUInt64LE(BigInt(id));
      const bytes = Buffer.from(text);
      if (bytes.length > 127) throw new Error("One byte of length is all this needs");
      return [number, Buffer.from([bytes.length]), bytes];
    }),
  );
}

async function insertBytes(query: string, bytes: Buffer): Promise<Record<string, string>> {
  const { stream, summary } = await client.exec({ query, values: Readable.from([bytes], { objectMode: false }) });
  stream.resume();
  return { ...summary };
}

test("rows of JSON are stored as they were, whatever their texts hold", async () => {
  const { summary } = await client.insert({ table: "stored", values: numbered(AWKWARD), format: "JSONEachRow" });
  expect(summary?.written_rows).toBe("3");
  expect(await stored()).toEqual(numbered(AWKWARD).map(({ id, text }) => ({ id, text })));
});

test("lines of JSON may have empty lines between them", async () => {
  await insertBytes(
    "INSERT INTO stored FORMAT JSONEachRow",
    Buffer.from('{"id":1,"text":"a"}\n\n\n{"id":2,"text":"b"}\n'),
  );
  expect(await stored()).toHaveLength(2);
});

test("bytes of RowBinary are stored as they were, whatever they look like", async () => {
  // 2570 is two ends of a line in a row.
  const rows = [0, 10, 2570, 0x0a0a0a0a, 59].map((id) => ({ id, text: AWKWARD }));
  const summary = await insertBytes("INSERT INTO stored FORMAT RowBinary", rowBinary(rows));
  expect(summary.written_rows).toBe("5");
  expect(await stored()).toEqual([...rows].sort((one, other) => one.id - other.id));
});

test.each([0, 9, 10, 11, 12, 13, 32, 34, 39, 59, 92, 255])("RowBinary may begin with the byte %i", async (byte) => {
  await insertBytes("INSERT INTO stored FORMAT RowBinary", rowBinary([{ id: byte, text: "x" }]));
  expect(await stored()).toEqual([{ id: byte, text: "x" }]);
});

test("a hundred thousand rows of RowBinary all arrive", async () => {
  const summary = await insertBytes("INSERT INTO stored FORMAT RowBinary", rowBinary(numbered("\n\n;", 100_000)));
  expect(summary.written_rows).toBe("100000");
  const answer = await client.query({ query: "SELECT count() AS n, uniqExact(id) AS ids FROM stored" });
  expect((await answer.json()).data).toEqual([{ n: 100_000, ids: 100_000 }]);
});

test("values inside of a statement are stored, also behind an empty line", async () => {
  await client.command({ query: "INSERT INTO stored VALUES (1, 'a\n\n;'),\n\n(2, 'b');" });
  expect(await stored()).toEqual([
    { id: 1, text: "a\n\n;" },
    { id: 2, text: "b" },
  ]);
});

test("data inside of a statement is stored, also when it looks like one", async () => {
  await client.command({ query: 'INSERT INTO stored FORMAT JSONEachRow\n{"id":1,"text":"; DROP TABLE stored"}\n' });
  await client.command({ query: 'INSERT INTO stored (text, id) FORMAT CSV\n"x\n\n; DROP TABLE stored",2\n' });
  expect(await stored()).toEqual([
    { id: 1, text: "; DROP TABLE stored" },
    { id: 2, text: "x\n\n; DROP TABLE stored" },
  ]);
});

test("what a SELECT reads is stored, with parameters", async () => {
  await client.command({
    query: "INSERT INTO stored SELECT number, {text:String} FROM numbers({count:UInt64})",
    query_params: { text: AWKWARD, count: 3 },
  });
  expect(await stored()).toEqual(numbered(AWKWARD));
});

test("the name of a table may be a parameter, and columns may be named", async () => {
  const query = "INSERT INTO {name:Identifier} (text, id) FORMAT CSV";
  const { stream } = await client.exec({
    query,
    query_params: { name: "stored" },
    values: Readable.from(['"a",1\n'], { objectMode: false }),
  });
  stream.resume();
  expect(await stored()).toEqual([{ id: 1, text: "a" }]);
});

test("a repeated batch with the same token is stored once", async () => {
  await client.command({
    query:
      "CREATE TABLE once (id UInt64) ENGINE = MergeTree ORDER BY id SETTINGS non_replicated_deduplication_window = 100",
  });
  for (const token of ["first", "first", "second"]) {
    await client.insert({
      table: "once",
      values: [{ id: 1 }],
      format: "JSONEachRow",
      clickhouse_settings: { insert_deduplication_token: token, wait_end_of_query: 1 },
    });
  }
  const answer = await client.query({ query: "SELECT count() AS n FROM once" });
  expect((await answer.json()).data).toEqual([{ n: 2 }]);
});

test.each([
  ["a row that is no JSON", "JSONEachRow", '{"id":1,"text":"a"}\n{"id":2 "text":"b"}\n'],
  ["a value of another type", "JSONEachRow", '{"id":1,"text":"a"}\n{"id":"x","text":"b"}\n'],
  ["bytes that end too early", "RowBinary", "\u0001\u0000\u0000"],
])("%s refuses the whole insert, and says where", async (_what, format, data) => {
  const refused = insertBytes(`INSERT INTO stored FORMAT ${format}`, Buffer.from(data));
  await expect(refused).rejects.toThrow(/\(at row \d+\)/);
  expect(await stored()).toEqual([]);
});

test("an insert of nothing stores nothing", async () => {
  await insertBytes("INSERT INTO stored FORMAT JSONEachRow", Buffer.alloc(0));
  expect(await stored()).toEqual([]);
});
