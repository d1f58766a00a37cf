// What the official client reads, from whichever ClickHouse this run uses.
import { type ClickHouseClient, ClickHouseLogLevel, createClient, TupleParam } from "@clickhouse/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestClickHouse, testClickHouse } from "../support/clickhouse";

const AWKWARD = "a\n\nb';\n\nDROP TABLE kept;\t\\ ` \" {x:String} é 漢";
const log = { level: ClickHouseLogLevel.OFF };

let database: TestClickHouse;
let client: ClickHouseClient;

beforeAll(async () => {
  database = await testClickHouse();
  client = createClient({ url: database.url, log });
  await client.command({ query: "CREATE TABLE kept (id UInt64, text String) ENGINE = MergeTree ORDER BY id" });
  await client.insert({ table: "kept", values: [{ id: 1, text: AWKWARD }], format: "JSONEachRow" });
});

afterAll(async () => {
  await client.close();
  await database.drop();
});

async function rows(query: string, query_params: Record<string, unknown> = {}): Promise<unknown[]> {
  return (await client.query({ query, query_params, format: "JSONEachRow" })).json();
}

const text = async (query: string, format: "CSV" | "CSVWithNames" | "TabSeparated" | "JSONCompactEachRowWithNames") =>
  (await client.query({ query, format })).text();

describe("an answer", () => {
  test("comes in each format that was asked for", async () => {
    const query = "SELECT number AS id, 'a' AS text FROM numbers(2)";
    expect(await text(query, "CSV")).toBe('0,"a"\n1,"a"\n');
    expect(await text(query, "CSVWithNames")).toBe('"id","text"\n0,"a"\n1,"a"\n');
    expect(await text(query, "TabSeparated")).toBe("0\ta\n1\ta\n");
    expect(await text(query, "JSONCompactEachRowWithNames")).toBe('["id", "text"]\n[0, "a"]\n[1, "a"]\n');
    const whole = await (await client.query({ query, format: "JSON" })).json<{ id: number }>();
    expect(whole).toMatchObject({ rows: 2, meta: [{ name: "id" }, { name: "text" }], data: [{ id: 0 }, { id: 1 }] });
  });

  test("of a statement that names its format itself has that format", async () => {
    const { stream } = await client.exec({ query: "SELECT 1 AS one FORMAT JSONEachRow SETTINGS max_threads = 1" });
    expect(await textOf(stream)).toBe('{"one":1}\n');
  });

  test("of many rows arrives whole, row by row", async () => {
    const answer = await client.query({
      query: "SELECT number AS id, toString(number) AS text FROM numbers(300000)",
      format: "JSONEachRow",
    });
    let count = 0;
    for await (const some of answer.stream()) count += some.length;
    expect(count).toBe(300_000);
  });

  test("arrives packed where the client asks for it, errors too", async () => {
    const packed = createClient({ url: database.url, log, compression: { request: true, response: true } });
    const answer = await packed.query({ query: "SELECT number FROM numbers(100000)", format: "JSONEachRow" });
    expect(answer.response_headers["content-encoding"]).toBe("gzip");
    expect(await answer.json()).toHaveLength(100_000);
    await packed.insert({ table: "kept", values: [{ id: 2, text: "packed" }], format: "JSONEachRow" });
    expect(await rows("SELECT text FROM kept WHERE id = 2")).toEqual([{ text: "packed" }]);
    await expect(packed.query({ query: "SELECT nothing" })).rejects.toMatchObject({ type: "UNKNOWN_IDENTIFIER" });
    await packed.close();
  });

  test("names the query, and what it read", async () => {
    const answer = await client.exec({ query: "SELECT 1", query_id: "mintkey-test-query" });
    await textOf(answer.stream);
    expect(answer.query_id).toBe("mintkey-test-query");
    expect(answer.response_headers["x-clickhouse-query-id"]).toBe("mintkey-test-query");
    expect(Number(answer.summary?.read_rows)).toBe(1);
  });
});

describe("parameters of a statement", () => {
  test.each([
    ["String", AWKWARD],
    ["String", "\\N"],
    ["UInt64", "18446744073709551615"],
    ["Int32", -5],
    ["Bool", true],
    ["Nullable(String)", null],
    ["Array(String)", ["a'b", "c\\d", "e\nf"]],
    ["Array(Array(UInt8))", [[1, 2], [3]]],
    ["Map(String, String)", { "k'ey": "v\talue" }],
  ])("keep a value of %s as it is", async (type, value) => {
    const quoted = { output_format_json_quote_64bit_integers: 1 as const };
    const answer = await client.query({
      query: `SELECT {value:${type}} AS value`,
      query_params: { value },
      format: "JSONEachRow",
      clickhouse_settings: quoted,
    });
    expect(await answer.json()).toEqual([{ value }]);
  });

  test("may be dates, tuples and names", async () => {
    const query =
      "SELECT toUnixTimestamp64Milli({at:DateTime64(3, 'UTC')}) AS at, {pair:Tuple(UInt8, String)} AS pair, count() AS n FROM {name:Identifier} WHERE id = 1";
    const query_params = { at: new Date(1_760_000_000_123), pair: new TupleParam([1, "x'"]), name: "kept" };
    expect(await rows(query, query_params)).toEqual([{ at: 1_760_000_000_123, pair: [1, "x'"], n: 1 }]);
  });

  test("may be longer than an address can be", async () => {
    const ids = Array.from({ length: 50_000 }, (_, id) => id);
    const query = "SELECT length({ids:Array(UInt64)}) AS n";
    const answer = await client.query({
      query,
      query_params: { ids },
      format: "JSONEachRow",
      use_multipart_params: true,
    });
    expect(await answer.json()).toEqual([{ n: 50_000 }]);
  });

  test("belong to one request: another's are never seen, and a missing one is refused", async () => {
    const mine = Array.from({ length: 40 }, (_, number) =>
      rows("SELECT {x:String} AS x, sum(number) AS n FROM numbers(20000)", { x: `value ${number}` }),
    );
    const found = (await Promise.all(mine)).flat();
    expect(found).toEqual(found.map((_, number) => ({ x: `value ${number}`, n: 199_990_000 })));
    await expect(rows("SELECT {x:String} AS x")).rejects.toMatchObject({
      code: "456",
      type: "UNKNOWN_QUERY_PARAMETER",
    });
  });
});

describe("settings", () => {
  test("hold for one request alone", async () => {
    const query = "SELECT getSetting('max_block_size') AS size";
    const own = await client.query({ query, format: "JSONEachRow", clickhouse_settings: { max_block_size: "7" } });
    expect(await own.json()).toEqual([{ size: 7 }]);
    expect(await rows(query)).not.toEqual([{ size: 7 }]);
  });

  test("that do not exist are refused", async () => {
    const clickhouse_settings = { no_such_setting: 1 };
    const asked = client.query({ query: "SELECT 1", clickhouse_settings });
    await expect(asked).rejects.toMatchObject({ code: "115", type: "UNKNOWN_SETTING" });
  });
});

describe("a refusal", () => {
  test.each([
    ["a table that is not there", "SELECT * FROM nowhere", "60", "UNKNOWN_TABLE"],
    ["a statement that is none", "SELEC 1", "62", null],
    ["a second statement behind the first", "SELECT 1; DROP TABLE kept", "62", "SYNTAX_ERROR"],
    ["a file of the server", "SELECT 1 INTO OUTFILE '/tmp/mintkey'", null, null],
    ["what the statement itself throws", "SELECT throwIf(number = 5, 'too many') FROM numbers(9)", "395", null],
    ["a format that is not there", "SELECT 1 FORMAT Nothing", "73", "UNKNOWN_FORMAT"],
  ])("of %s has its number and its name", async (_what, query, code, type) => {
    const refused = client.command({ query });
    await expect(refused).rejects.toMatchObject({ ...(code && { code }), ...(type && { type }) });
    expect(await rows("SELECT count() AS n FROM kept WHERE id = 1")).toEqual([{ n: 1 }]);
  });

  test("of an error late in a large answer reaches the client, and no part counts as the whole", async () => {
    const read = async () => {
      const query = "SELECT throwIf(number = 900000, 'late') FROM numbers(1000000)";
      const clickhouse_settings = { max_block_size: "1000" };
      const answer = await client.query({ query, format: "JSONEachRow", clickhouse_settings });
      for await (const some of answer.stream()) expect(some.length).toBeGreaterThan(0);
    };
    await expect(read()).rejects.toThrow(/late/);
  });

  test("meets whoever has no password, or a wrong one", async () => {
    const { origin } = new URL(database.url);
    expect(
      (await fetch(`${origin}/?query=SELECT%201`, { headers: { "X-ClickHouse-User": "x" } })).status,
    ).toBeGreaterThan(400);
    const url = new URL(database.url);
    url.password = "wrong";
    const stranger = createClient({ url: url.href, log });
    await expect(stranger.query({ query: "SELECT 1" })).rejects.toMatchObject({ type: "AUTHENTICATION_FAILED" });
    await stranger.close();
  });
});

describe("while a long query runs", () => {
  test("pings, reads and inserts are answered, and an abort ends it", async () => {
    const abort = new AbortController();
    const query = "SELECT sum(sipHash64(number)) FROM numbers(1000000000000)";
    const endless = client.query({ query, abort_signal: abort.signal }).catch((error: Error) => error.message);
    await expect.poll(() => rows(running), { timeout: 10_000 }).toEqual([{ n: 1 }]);
    expect(await client.ping()).toEqual({ success: true });
    await client.insert({ table: "kept", values: [{ id: 3, text: "meanwhile" }], format: "JSONEachRow" });
    expect(await rows("SELECT text FROM kept WHERE id = 3")).toEqual([{ text: "meanwhile" }]);
    abort.abort();
    expect(await endless).toMatch(/aborted/);
    await client.command({ query: `KILL QUERY WHERE ${endlessOnes} ASYNC` });
    await expect.poll(() => rows(running), { timeout: 10_000 }).toEqual([{ n: 0 }]);
  });
});

const endlessOnes = "query LIKE 'SELECT sum(sipHash64(number)) FROM numbers(1000000000000)%'";
const running = `SELECT count() AS n FROM system.processes WHERE ${endlessOnes}`;

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  let whole = "";
  for await (const chunk of stream) whole += chunk;
  return whole;
}
