// A server that takes every connection, and then falls silent, as a machine does whose network is gone.
import { createServer, type Socket } from "node:net";

export type SilentServer = {
  readonly url: string;
  readonly requestsHeard: () => number;
  close(): Promise<void>;
};

/** Says this much to whoever asks, and then nothing more. */
export async function startSilentServer(says = ""): Promise<SilentServer> {
  const sockets = new Set<Socket>();
  let requestsHeard = 0;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.once("data", () => {
      requestsHeard += 1;
      socket.write(says);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const at = server.address();
  return {
    url: `http://127.0.0.1:${typeof at === "object" ? at?.port : ""}`,
    requestsHeard: () => requestsHeard,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
