import { createServer, type Server } from "node:net";

const VARIABLES = [
  "MINTKEY_DASHBOARD_PORT",
  "MINTKEY_PRODUCTION_API_PORT",
  "MINTKEY_SANDBOX_API_PORT",
  "MINTKEY_PRODUCTION_EVENTS_PORT",
  "MINTKEY_SANDBOX_EVENTS_PORT",
] as const;

export type ProductPorts = Record<(typeof VARIABLES)[number], number>;

/** Free ports for one product. All are held until the last is found, so that none is found twice. */
export async function choosePorts(): Promise<ProductPorts> {
  const servers = await Promise.all(VARIABLES.map(() => listen()));
  const [dashboard, productionApi, sandboxApi, productionEvents, sandboxEvents] = servers.map(portOf);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return {
    MINTKEY_DASHBOARD_PORT: dashboard ?? 0,
    MINTKEY_PRODUCTION_API_PORT: productionApi ?? 0,
    MINTKEY_SANDBOX_API_PORT: sandboxApi ?? 0,
    MINTKEY_PRODUCTION_EVENTS_PORT: productionEvents ?? 0,
    MINTKEY_SANDBOX_EVENTS_PORT: sandboxEvents ?? 0,
  };
}

function listen(): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, () => resolve(server));
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("Not a listening server");
  return address.port;
}
