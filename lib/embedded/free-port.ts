import { createServer } from "node:net";

/** The preferred port when nothing uses it on loopback, else any free one. */
export async function freePort(preferred?: number): Promise<number> {
  const wanted = preferred === undefined ? undefined : await bindOnce(preferred);
  const port = wanted ?? (await bindOnce(0));
  if (port === undefined) throw new Error("No free port on 127.0.0.1");
  return port;
}

function bindOnce(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(undefined));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === "object" ? address.port : undefined));
    });
  });
}
