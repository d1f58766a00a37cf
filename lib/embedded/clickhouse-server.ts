// Enough of ClickHouse's HTTP interface for its official clients, in front of an engine in this process. What a request asks
// for and cannot have is refused; nothing is silently left out.
import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import { type Answer, sendAnswer, sendRefusal } from "./clickhouse-answer";
import { readBody, readForm, saveBody } from "./clickhouse-body";
import { ClickHouseEngine } from "./clickhouse-engine";
import { ClickHouseRefusal, refusalOf } from "./clickhouse-error";
import { runStatement, type Work } from "./clickhouse-execution";
import { ClickHouseLane } from "./clickhouse-lane";
import { type ClickHouseLogin, checkLogin } from "./clickhouse-login";
import { asksForGzip, readRequest } from "./clickhouse-request";
import { hasCode } from "./error-code";

export type ClickHouseServer = {
  port: number;
  /** The address of one database, with the credentials. */
  url: (database: string) => string;
  /** Lets what runs finish within the limit, and then ends it. */
  stop: (limitMs?: number) => Promise<void>;
};

export type ClickHouseOptions = {
  /** Belongs to this process alone. */
  directory: string;
  login: ClickHouseLogin;
  /** Created when absent. */
  databases: readonly string[];
  preferredPort?: number;
  onlyThisPort?: boolean;
};

const HOST = "127.0.0.1";
const READS_MAX = 6;
const WRITES_MAX = 4;
const WAITING_MAX = 200;
const HEADER_BYTES_MAX = 1024 * 1024;
const KEEP_ALIVE_MS = 30_000;
/** A body may take its time, and so may a statement. */
const REQUEST_TIMEOUT_MS = 600_000;
const STOP_LIMIT_MS = 8_000;
const IDLE_CHECK_MS = 50;

/** Opens the data directory and serves it on loopback. */
export async function startClickHouse(options: ClickHouseOptions): Promise<ClickHouseServer> {
  const engine = await ClickHouseEngine.open(options.directory);
  const unlimited = { database: undefined, settings: new Map(), parameters: new Map() };
  const ask = (statement: string) =>
    engine.read(statement, "TabSeparatedRaw", { ...unlimited, signal: new AbortController().signal });
  for (const database of options.databases) await ask(`CREATE DATABASE IF NOT EXISTS \`${checkedDatabase(database)}\``);
  const version = Buffer.from((await ask("SELECT version()")).bytes)
    .toString("utf8")
    .trim();
  const door = new HttpDoor(engine, options.login, version);
  const port = await listen(door.server, options);
  return {
    port,
    url: (database) => `http://${options.login.user}:${options.login.password}@${HOST}:${port}/${database}`,
    stop: async (limitMs = STOP_LIMIT_MS) => {
      await door.close(limitMs);
      engine.close();
    },
  };
}

class HttpDoor {
  readonly server: Server;
  readonly #running = new Set<AbortController>();
  readonly #lanes = {
    reads: new ClickHouseLane(READS_MAX, WAITING_MAX),
    writes: new ClickHouseLane(WRITES_MAX, WAITING_MAX),
  };

  constructor(
    private readonly engine: ClickHouseEngine,
    private readonly login: ClickHouseLogin,
    private readonly version: string,
  ) {
    this.server = createServer(
      { keepAliveTimeout: KEEP_ALIVE_MS, requestTimeout: REQUEST_TIMEOUT_MS, maxHeaderSize: HEADER_BYTES_MAX },
      (request, response) => void this.#answer(request, response),
    );
  }

  async close(limitMs: number): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    // A connection that is answered from now on is idle too, and its client would keep it.
    const idle = setInterval(() => this.server.closeIdleConnections(), IDLE_CHECK_MS);
    this.server.closeIdleConnections();
    const limit = setTimeout(() => this.#endAll(), limitMs);
    await closed;
    clearInterval(idle);
    clearTimeout(limit);
  }

  #endAll(): void {
    for (const controller of this.#running) controller.abort(stopping());
    this.server.closeAllConnections();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const gone = new AbortController();
    this.#running.add(gone);
    response.once("close", () => {
      this.#running.delete(gone);
      if (!response.writableFinished) gone.abort(stopping());
    });
    response.setHeader("X-ClickHouse-Server-Display-Name", "mintkey");
    response.setHeader("X-ClickHouse-Timezone", "UTC");
    const work: Work = { file: join(this.engine.exchange, randomUUID()), signal: gone.signal };
    try {
      await this.#route(request, response, work);
    } catch (error) {
      // Whoever is gone hears nothing of it.
      await sendRefusal(response, refusalOf(error), this.version, asksForGzip(request)).catch(() => response.destroy());
    } finally {
      await rm(work.file, { force: true });
    }
  }

  async #route(request: IncomingMessage, response: ServerResponse, work: Work): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    const isGreeting = pathname === "/" && request.method === "GET" && !searchParams.has("query");
    if (pathname === "/ping" || isGreeting) {
      response.end("Ok.\n");
      return;
    }
    checkLogin(request.headers, this.login);
    if (pathname !== "/") throw new ClickHouseRefusal(46, "UNKNOWN_FUNCTION", `There is no handle ${pathname}`);
    if (request.method !== "GET" && request.method !== "POST")
      throw new ClickHouseRefusal(48, "NOT_IMPLEMENTED", `The method ${request.method} is not available`);
    const form = await readForm(request);
    const asked = readRequest(request, form);
    response.setHeader("X-ClickHouse-Query-Id", asked.queryId ?? randomUUID());
    const answer: Answer = await runStatement(this.engine, this.#lanes, asked, work, {
      read: () => readBody(request),
      save: (leading) => saveBody(request, leading, work.file),
    });
    await sendAnswer(response, answer, asksForGzip(request));
  }
}

const stopping = () => new ClickHouseRefusal(394, "QUERY_WAS_CANCELLED", "Query was cancelled");

function checkedDatabase(name: string): string {
  if (/^[A-Za-z_]\w*$/.test(name)) return name;
  throw new Error(`Not a name for a database: ${name}`);
}

async function listen(server: Server, { preferredPort, onlyThisPort }: ClickHouseOptions): Promise<number> {
  const attempt = (port: number) =>
    new Promise<number>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, HOST, () => {
        server.off("error", reject);
        const address = server.address();
        if (address === null || typeof address === "string") reject(new Error("Not a listening server"));
        else resolve(address.port);
      });
    });
  if (preferredPort === undefined) return attempt(0);
  try {
    return await attempt(preferredPort);
  } catch (error) {
    if (onlyThisPort || !hasCode(error, "EADDRINUSE")) throw error;
    return attempt(0);
  }
}
