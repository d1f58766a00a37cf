// Takes the place of the dashboard and the API servers where only the supervisor is tested: starts in milliseconds, and answers
// with the names (never the values) of the variables that it was given.
import { createServer } from "node:http";
import { announceReady, stopWithParent } from "@/lib/server/child-process";

const environment = process.argv[3]?.toUpperCase();
const port = environment ? process.env[`MINTKEY_${environment}_API_PORT`] : process.env.MINTKEY_DASHBOARD_PORT;

const server = createServer((_request, response) => response.end(JSON.stringify(Object.keys(process.env))));
server.listen(Number(port), () => announceReady());
stopWithParent(async () => {
  server.close();
  server.closeAllConnections();
});
