import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { UsageError } from "./command-line";

/** How long a client may take, and how often that is looked at. */
export type Patience = { readonly requestMs: number; readonly keepAliveMs: number; readonly checkedEveryMs: number };

const PATIENCE: Patience = {
  /** A client that sends slower is cut off; nothing of its request is stored. */
  requestMs: 60_000,
  /** Above the 60 s after which load balancers drop idle connections, so that they, not we, decide. */
  keepAliveMs: 65_000,
  checkedEveryMs: 5_000,
};

const IDLE_CHECK_MS = 50;

/** Serves on a port, and answers once it does. `variable` is what sets the port; a `UsageError` names it when the port is taken. */
export function listen(
  fetch: Parameters<typeof getRequestListener>[0],
  port: number,
  host: string | undefined,
  variable: string,
  { requestMs, keepAliveMs, checkedEveryMs } = PATIENCE,
): Promise<Server> {
  const server = createServer(
    {
      requestTimeout: requestMs,
      headersTimeout: requestMs,
      keepAliveTimeout: keepAliveMs,
      connectionsCheckingInterval: checkedEveryMs,
    },
    getRequestListener(fetch),
  );
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const taken = error.code === "EADDRINUSE";
      reject(
        taken ? new UsageError(`Port ${port} is taken. Stop what uses it, or set ${variable} to another port.`) : error,
      );
    });
    server.listen(port, host, () => resolve(server));
  });
}

/** Takes no connection any more, answers what has come, and resolves then: no client keeps it by keeping its connection. */
export function stopListening(server: Server): Promise<void> {
  server.prependListener("request", (_request, response) => response.setHeader("Connection", "close"));
  const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS);
  return new Promise((resolve) => {
    server.close(() => {
      clearInterval(idle);
      resolve();
    });
    server.closeIdleConnections();
  });
}
