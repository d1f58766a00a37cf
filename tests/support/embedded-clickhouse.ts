// One ClickHouse for a whole test run: the one that CLICKHOUSE_URL names, else an embedded one, started for the first test that
// asks, so that runs without such tests do not wait for it.
import { createServer } from "node:http";
import type { TestProject } from "vitest/node";
import { bundleClickHouseProgram, startClickHouseProcess } from "./clickhouse-process";
import { removeDataDirectory, temporaryDataDirectory } from "./product";

declare module "vitest" {
  export interface ProvidedContext {
    /** Answers with the address of a ClickHouse whose user may create databases. */
    clickHouseStarter: string;
  }
}

export default async function offerTestClickHouse(project: TestProject): Promise<() => Promise<void>> {
  let started: ReturnType<typeof startThrowaway> | undefined;
  const server = createServer((_request, response) => {
    started ??= process.env.CLICKHOUSE_URL ? given(process.env.CLICKHOUSE_URL) : startThrowaway();
    started.then(
      ({ url }) => response.end(url),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(address !== null && typeof address === "object" ? address.port : 0);
    });
  });
  project.provide("clickHouseStarter", `http://127.0.0.1:${port}/`);
  return async () => {
    server.closeAllConnections();
    server.close();
    await (await started)?.stop();
  };
}

const given = async (url: string) => ({ url, stop: async () => undefined });

async function startThrowaway() {
  const directory = temporaryDataDirectory();
  const program = await bundleClickHouseProgram();
  const { url, stop } = await startClickHouseProcess(program, directory);
  return {
    url,
    stop: async () => {
      await stop();
      program.remove();
      removeDataDirectory(directory);
    },
  };
}
