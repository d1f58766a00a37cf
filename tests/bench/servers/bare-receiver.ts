// Receives bodies and throws them away: what an ingest endpoint could reach that does nothing.
import { createServer } from "node:http";

const ANSWER = JSON.stringify({ status: "accepted", count: 0, requestId: "req_0000000000000000" });

const server = createServer((request, response) => {
  request.on("data", () => undefined);
  request.on("end", () => {
    const headers = { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(ANSWER) };
    response.writeHead(202, headers).end(ANSWER);
  });
});
server.listen(Number(process.env.PORT), "127.0.0.1", () => process.send?.({ ready: true }));
process.on("disconnect", () => process.exit());
