// The engine below the `chdb` package's own sessions. Those close a connection only when every query of the process has ended,
// so one connection a request, which is what keeps requests apart, would pile up behind a long query.
import { createRequire } from "node:module";

export type EngineConnection = object;

export type EngineResult = { bytes: Uint8Array; rowsRead?: number; bytesRead?: number; elapsed?: number };
export type EngineWrite = { rowsWritten?: number; bytesWritten?: number; elapsed?: number };

export type EngineLibrary = {
  CreateConnection(directory: string, options?: readonly string[]): EngineConnection;
  CloseConnection(connection: EngineConnection): void;
  /** Runs on a thread of its own, as does the next. */
  QueryAsyncConnection(connection: EngineConnection, text: string, format: string): Promise<EngineResult>;
  /** The same for statements that write; `data` stays empty, see `statementOf`. */
  InsertRawAsyncConnection(
    connection: EngineConnection,
    text: string,
    data: Buffer,
    countLines: boolean,
  ): Promise<EngineWrite>;
};

/** Loads the library of this platform; throws a sentence where there is none. */
export function loadEngineLibrary(): EngineLibrary {
  const inProject = createRequire(import.meta.url);
  const inPackage = createRequire(inProject.resolve("chdb/package.json"));
  try {
    return inPackage("./dist/loader.js").loadNative();
  } catch (cause) {
    throw new Error("The embedded ClickHouse does not run on this system. Set CLICKHOUSE_URL to a server", { cause });
  }
}
