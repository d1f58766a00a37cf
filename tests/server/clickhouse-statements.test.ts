import { describe, expect, test } from "vitest";
import { ClickHouseRefusal } from "@/lib/embedded/clickhouse-error";
import { ClickHouseLane } from "@/lib/embedded/clickhouse-lane";
import { statementOf } from "@/lib/embedded/clickhouse-statement";

const never = new AbortController().signal;

describe("where the data of an INSERT begins", () => {
  test.each([
    ["INSERT INTO t FORMAT CSV\n1,2", "INSERT INTO t ", "", "CSV", "1,2"],
    ["INSERT INTO t FORMAT CSV \t\r\n\n1", "INSERT INTO t ", "", "CSV", "\n1"],
    ["insert into t values (1); DROP TABLE t", "insert into t ", "", "Values", "(1); DROP TABLE t"],
    ["INSERT INTO TABLE db.t (a, b) VALUES(1)", "INSERT INTO TABLE db.t (a, b) ", "", "Values", "(1)"],
    ["INSERT INTO `values` (`format`) FORMAT TSV\nx", "INSERT INTO `values` (`format`) ", "", "TSV", "x"],
    [
      "INSERT INTO t SETTINGS a = 1, b = 'FORMAT X' FORMAT CSV\n1",
      "INSERT INTO t ",
      "SETTINGS a = 1, b = 'FORMAT X' ",
      "CSV",
      "1",
    ],
    [
      "/* FORMAT A */ INSERT INTO t -- VALUES\n FORMAT CSV\n1",
      "/* FORMAT A */ INSERT INTO t -- VALUES\n ",
      "",
      "CSV",
      "1",
    ],
    [
      "INSERT INTO {d:Identifier}.{t:Identifier} FORMAT CSV",
      "INSERT INTO {d:Identifier}.{t:Identifier} ",
      "",
      "CSV",
      "",
    ],
  ])("%j", (text, head, settings, format, data) => {
    const statement = statementOf(text);
    expect(statement).toMatchObject({ kind: "data", head, settings, format });
    expect(statement.kind === "data" && text.slice(statement.dataStart)).toBe(data);
  });
});

test.each([
  "INSERT INTO t SELECT 1",
  "INSERT INTO t (a) SELECT 'FORMAT X' FORMAT Null",
  "INSERT INTO t (SELECT 1)",
  "INSERT INTO t WITH 1 AS x SELECT x",
])("%j reads what it stores", (text) => expect(statementOf(text)).toEqual({ kind: "insert" }));

describe("where the answer of a SELECT gets its format", () => {
  test.each([
    ["SELECT 1", "SELECT 1", "", undefined],
    ["SELECT 1 FORMAT JSON", "SELECT 1 ", "", "JSON"],
    ["SELECT 1 FORMAT JSON SETTINGS a = 1 ;", "SELECT 1 ", " SETTINGS a = 1", "JSON"],
    ["SELECT 1 -- FORMAT JSON", "SELECT 1", "", undefined],
    ["SELECT ' FORMAT JSON'", "SELECT ' FORMAT JSON'", "", undefined],
    ["SELECT (SELECT format FROM t) AS format", "SELECT (SELECT format FROM t) AS format", "", undefined],
    ["WITH 1 AS x SELECT x\nFORMAT CSV", "WITH 1 AS x SELECT x\n", "", "CSV"],
    ["(SELECT 1) UNION ALL (SELECT 2) FORMAT CSV", "(SELECT 1) UNION ALL (SELECT 2) ", "", "CSV"],
  ])("%j", (text, head, tail, format) => {
    expect(statementOf(text)).toEqual({ kind: "rows", head, tail, format });
  });
});

test.each([
  "SELECT 1; SELECT 2",
  "SELECT 1;; DROP TABLE t",
  "CREATE TABLE t (a UInt8); DROP TABLE u",
  "INSERT INTO t SELECT 1; DROP TABLE t",
])("%j is refused for its second statement", (text) =>
  expect(() => statementOf(text)).toThrow("Multi-statements are not allowed"),
);

test.each([
  "SELECT ';'",
  "SELECT `;`",
  "SELECT 1 -- ;\n",
  "SELECT 1 /* ; */",
  "SELECT $$ ; $$",
  "SELECT 'a'';'",
  "SELECT 'a\\';'",
])("%j is one statement", (text) => expect(statementOf(text).kind).toBe("rows"));

describe("a lane", () => {
  test("lets so many run, keeps so many waiting, and refuses the next", async () => {
    const lane = new ClickHouseLane(2, 1);
    let open = () => {};
    const gate = new Promise<void>((resolve) => (open = resolve));
    let running = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++running);
      await gate;
      running -= 1;
    };
    const passing = [lane.run(work, never), lane.run(work, never), lane.run(work, never)];
    await expect(lane.run(work, never)).rejects.toThrow(ClickHouseRefusal);
    open();
    await Promise.all(passing);
    expect(most).toBe(2);
    await lane.run(work, never);
  });

  test("gives the place of whoever left while waiting to the next", async () => {
    const lane = new ClickHouseLane(1, 2);
    let open = () => {};
    const first = lane.run(() => new Promise<void>((resolve) => (open = resolve)), never);
    const leaving = new AbortController();
    const left = lane.run(async () => "left", leaving.signal);
    const stayed = lane.run(async () => "stayed", never);
    leaving.abort(new Error("gone"));
    await expect(left).rejects.toThrow("gone");
    open();
    await first;
    expect(await stayed).toBe("stayed");
  });
});
