import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import next from "next";
import { credentialHeadersOf, SOCKET_ADDRESS_HEADER } from "@/lib/api/request-facts";
import { closeDashboardDoors, dashboardDoors } from "@/lib/dashboard-api/dashboard-doors";
import { isLocalVisitor, LOCAL_VISITOR_HEADER } from "@/lib/dashboard-api/setup-code";
import { ENVIRONMENTS } from "@/lib/domain/environment";
import { EnvError } from "@/lib/env";
import { describeError, log } from "@/lib/log";
import { closeStores } from "@/lib/store/connections";
import { bootstrap } from "./bootstrap";
import { announceReady, stopWithParent } from "./child-process";
import { contentSecurityPolicy, freshNonce } from "./content-security-policy";
import { startHousekeeping } from "./housekeeping";
import { startShipping } from "./shipping";

const REQUEST_TIMEOUT_MS = 60_000;
const KEEP_ALIVE_MS = 65_000;

// Next behind a server of our own: only here is the socket's address known and an `Authorization` sent twice visible.
async function start(): Promise<void> {
  const { env, services } = dashboardDoors();
  await bootstrap(env);
  const app = next({ dev: false, dir: process.cwd(), hostname: "localhost", port: env.MINTKEY_DASHBOARD_PORT });
  await app.prepare();
  const handle = app.getRequestHandler();
  const server = createServer(
    { requestTimeout: REQUEST_TIMEOUT_MS, keepAliveTimeout: KEEP_ALIVE_MS },
    (request, response) => {
      prepare(request, response);
      handle(request, response).catch((error: unknown) => {
        log.error("A page failed", { error: describeError(error) });
        if (!response.headersSent) response.statusCode = 500;
        response.end();
      });
    },
  );
  await listen(server, env.MINTKEY_DASHBOARD_PORT, env.MINTKEY_HOST);
  const housekeeping = startHousekeeping("production");
  const shipping = ENVIRONMENTS.map((environment) =>
    startShipping(env, environment, services[environment].services.spool.directory),
  );
  stopWithParent(async () => {
    housekeeping.stop();
    server.closeAllConnections();
    await Promise.all(shipping.map((one) => one.stop()));
    await closeDashboardDoors();
    await closeStores();
  });
  announceReady();
}

/** Replaces what only a server can know, so that no client can pretend it. */
function prepare(request: IncomingMessage, response: ServerResponse): void {
  request.headers[LOCAL_VISITOR_HEADER] = isLocalVisitor(request.headers, request.socket.remoteAddress) ? "1" : "0";
  request.headers[SOCKET_ADDRESS_HEADER] = request.socket.remoteAddress ?? "";
  // Node keeps only the first of two: an empty scheme makes the walk refuse both.
  if (credentialHeadersOf(request.rawHeaders).authorization.length > 1) request.headers.authorization = "Bearer";
  const policy = contentSecurityPolicy(freshNonce());
  // Next reads the nonce from the request and puts it on its own scripts.
  request.headers["content-security-policy"] = policy;
  response.setHeader("Content-Security-Policy", policy);
}

function listen(server: Server, port: number, host: string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const taken = error.code === "EADDRINUSE";
      reject(
        taken
          ? new EnvError(`Port ${port} is taken. Stop what uses it, or set MINTKEY_DASHBOARD_PORT to another port.`)
          : error,
      );
    });
    server.listen(port, host, resolve);
  });
}

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof EnvError ? error.message : describeError(error)}\n`);
  process.exit(1);
});
