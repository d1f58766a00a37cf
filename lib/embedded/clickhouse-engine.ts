import { randomUUID } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { ClickHouseRefusal } from "./clickhouse-error";
import { type EngineConnection, type EngineLibrary, type EngineWrite, loadEngineLibrary } from "./clickhouse-library";

export type EngineCall = {
  database: string | undefined;
  /** By their names, as texts: the engine turns them into what they have to be. */
  settings: ReadonlyMap<string, string>;
  /** The values of `{name:Type}` in the statement, which is never put together from them. */
  parameters: ReadonlyMap<string, string>;
  /** Ends a reading statement early; one that writes runs to its end. */
  signal: AbortSignal;
};

export type EngineAnswer = { bytes: Uint8Array; rowsRead: number; bytesRead: number };

const NAME = /^[A-Za-z_]\w*$/;
/** Where the engine differs from a server, and where a server has no limit. A call's own settings win. */
const DEFAULTS = [
  // Else a misspelt statement would be read as `SELECT <statement>`.
  ["implicit_select", "0"],
  // Parameters count too.
  ["max_query_size", String(64 * 1024 ** 2)],
  // An answer waits in a file before it is sent.
  ["max_result_bytes", String(4 * 1024 ** 3)],
] as const;
/** The setting by which a running statement is found again. */
const MARK = "log_comment";

/** One data directory, opened by this process alone. Each call has a connection, and so settings and a database, of its own. */
export class ClickHouseEngine {
  /** Where data waits on its way in or out. */
  readonly exchange: string;
  readonly #library: EngineLibrary;
  readonly #directory: string;
  /** As long as one connection is open, opening another takes no time. */
  readonly #keeper: EngineConnection;

  private constructor(library: EngineLibrary, directory: string) {
    this.#library = library;
    this.#directory = join(directory, "engine");
    this.exchange = join(directory, "exchange");
    this.#keeper = library.CreateConnection(this.#directory);
  }

  static async open(directory: string): Promise<ClickHouseEngine> {
    for (const folder of ["engine", "exchange"]) {
      // What a killed process left there belongs to requests that nobody answers any more.
      if (folder === "exchange") await rm(join(directory, folder), { recursive: true, force: true });
      await mkdir(join(directory, folder), { recursive: true, mode: 0o700 });
    }
    return new ClickHouseEngine(loadEngineLibrary(), directory);
  }

  /** Runs a statement that reads, or changes something other than rows. */
  async read(statement: string, format: string, call: EngineCall): Promise<EngineAnswer> {
    const mark = randomUUID();
    const settings = new Map([...call.settings, [MARK, mark]]);
    const cancel = () => void this.#cancel(mark);
    call.signal.addEventListener("abort", cancel, { once: true });
    try {
      const result = await this.#connected({ ...call, settings }, (connection) =>
        this.#library.QueryAsyncConnection(connection, statement, format),
      );
      return { bytes: result.bytes, rowsRead: result.rowsRead ?? 0, bytesRead: result.bytesRead ?? 0 };
    } finally {
      call.signal.removeEventListener("abort", cancel);
    }
  }

  /** Runs an INSERT. */
  write(statement: string, call: EngineCall): Promise<EngineWrite> {
    return this.#connected(call, (connection) =>
      this.#library.InsertRawAsyncConnection(connection, statement, Buffer.alloc(0), false),
    );
  }

  /** No call may be running. */
  close(): void {
    this.#library.CloseConnection(this.#keeper);
  }

  async #connected<Result>(call: EngineCall, work: (connection: EngineConnection) => Promise<Result>): Promise<Result> {
    const connection = this.#library.CreateConnection(this.#directory);
    try {
      for (const preparation of preparationsOf(call)) {
        await this.#library.QueryAsyncConnection(connection, preparation, "Null");
      }
      call.signal.throwIfAborted();
      return await work(connection);
    } finally {
      this.#library.CloseConnection(connection);
    }
  }

  async #cancel(mark: string): Promise<void> {
    const connection = this.#library.CreateConnection(this.#directory);
    try {
      const statement = `KILL QUERY WHERE Settings['${MARK}'] = ${literal(mark)} ASYNC`;
      await this.#library.QueryAsyncConnection(connection, statement, "Null");
    } catch {
      // It has ended by itself.
    } finally {
      this.#library.CloseConnection(connection);
    }
  }
}

/** What has to be said on a connection before the statement itself; the first allows the second to be long. */
function preparationsOf({ database, settings, parameters }: EngineCall): string[] {
  const assigned = (values: ReadonlyMap<string, string>, prefix = "") =>
    [...values].map(([name, value]) => `${prefix}${checkedName(name)} = ${literal(value)}`).join(", ");
  const use = database === undefined ? "" : `USE ${identifier(database)}; `;
  const first = `${use}SET ${assigned(new Map([...DEFAULTS, ...settings]))}`;
  return parameters.size === 0 ? [first] : [first, `SET ${assigned(parameters, "param_")}`];
}

function checkedName(name: string): string {
  if (NAME.test(name)) return name;
  throw new ClickHouseRefusal(115, "UNKNOWN_SETTING", `Unknown setting ${JSON.stringify(name)}`);
}

const ESCAPES: Readonly<Record<string, string>> = {
  "\0": "\\0",
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

const escaped = (text: string) => text.replace(/[\\'`\0\b\f\n\r\t]/g, (sign) => ESCAPES[sign] ?? `\\${sign}`);

/** A text as the engine reads it back, character by character. */
export const literal = (text: string): string => `'${escaped(text)}'`;
const identifier = (name: string): string => `\`${escaped(name)}\``;
