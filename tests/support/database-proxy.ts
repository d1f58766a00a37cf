// A network between a server and its database that a test can disturb. It tells the connection that hears of key changes
// from the others by the name it gives itself when it connects.
import { createConnection, createServer, type Server, type Socket } from "node:net";

export type ConnectionKind = "listener" | "pool";

export type DatabaseProxy = {
  /** The database's address through this proxy. */
  readonly url: string;
  /** Keeps back what the database says, without closing anything. */
  hold(...kinds: ConnectionKind[]): void;
  release(): void;
  /** Closes every connection and refuses new ones. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
};

type Link = { readonly client: Socket; readonly database: Socket; kind: ConnectionKind | null; held: Buffer[] };

export async function startDatabaseProxy(databaseUrl: string): Promise<DatabaseProxy> {
  const target = new URL(databaseUrl);
  const links = new Set<Link>();
  const holding = new Set<ConnectionKind>();
  let isCut = false;

  // Without `noDelay` the proxy itself would hold small packets back for 40 ms.
  const server = createServer({ noDelay: true }, (client) => {
    if (isCut) return client.destroy();
    const link: Link = {
      client,
      database: createConnection({ port: Number(target.port), host: target.hostname, noDelay: true }),
      kind: null,
      held: [],
    };
    links.add(link);
    connect(link, holding);
    client.on("close", () => links.delete(link));
  });
  const port = await listen(server);
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${port}`;
  const destroyAll = () => {
    for (const { client, database } of links) for (const socket of [client, database]) socket.destroy();
  };
  return {
    url: url.href,
    hold: (...kinds) => kinds.forEach((kind) => void holding.add(kind)),
    release: () => {
      holding.clear();
      for (const link of links) for (const chunk of link.held.splice(0)) link.client.write(chunk);
    },
    cut: () => {
      isCut = true;
      destroyAll();
    },
    mend: () => {
      isCut = false;
    },
    close: () => {
      destroyAll();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function connect(link: Link, holding: ReadonlySet<ConnectionKind>): void {
  const { client, database } = link;
  client.on("data", (chunk) => {
    link.kind ??= chunk.includes("mintkey-key-changes") ? "listener" : "pool";
    database.write(chunk);
  });
  database.on("data", (chunk) => {
    if (link.kind !== null && holding.has(link.kind)) link.held.push(chunk);
    else client.write(chunk);
  });
  for (const [one, other] of [
    [client, database],
    [database, client],
  ] as const) {
    one.on("error", () => other.destroy());
    one.on("close", () => other.destroy());
  }
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(address !== null && typeof address === "object" ? address.port : 0);
    });
  });
}
