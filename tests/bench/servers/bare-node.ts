// The ceiling: Node's own server with one small answer.
import { createServer } from "node:http";

const BODY = JSON.stringify({ data: { name: "bare", environment: "production" } });

const server = createServer((_request, response) => {
  response.writeHead(200, { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(BODY) });
  response.end(BODY);
});
server.listen(Number(process.env.PORT), "127.0.0.1", () => process.send?.({ ready: true }));
process.on("disconnect", () => process.exit());
