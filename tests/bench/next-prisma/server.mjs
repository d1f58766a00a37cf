// The built application behind Node's own server, as `next start` has it, and a word when it serves.
import { createServer } from "node:http";
import next from "next";

const app = next({ dev: false, dir: process.env.APPLICATION });
await app.prepare();
createServer(app.getRequestHandler()).listen(Number(process.env.PORT), "127.0.0.1", () =>
  process.send({ ready: true }),
);
process.on("disconnect", () => process.exit());
