// All that an accepted event passes, in processes of their own on one data directory: an API server with its spool, and the
// embedded ClickHouse.
import { join } from "node:path";
import { inject, vi } from "vitest";
import { z } from "zod";
import { eventPage, rejectedEventPage } from "@/lib/api/schemas/stored-events";
import { usageAnswer } from "@/lib/api/schemas/usage";
import type { Tenant } from "@/lib/domain/environment";
import { closeStores } from "@/lib/store/connections";
import { testEnv } from "./api";
import { type Answer, answerOf, headersOf, type Sent } from "./calls";
import { bundleClickHouseProgram, clickHouseUrlIn, forkClickHouse } from "./clickhouse-process";
import { KeptProcess } from "./kept-process";
import { addOrganization, mint, tenantOf } from "./people";
import { choosePorts } from "./ports";
import { removeDataDirectory, temporaryDataDirectory } from "./product";
import { bundleServerProgram, forkServer } from "./server-process";
import { openStores } from "./stores";
import { cloneDatabases } from "./throwaway-postgres";

const ENVIRONMENT = "sandbox";
/** What the shipper waits at most before it tries a ClickHouse again, and then some. */
const DRAINED_WITHIN_MS = 60_000;

const health = z.object({
  checks: z.object({ eventStore: z.enum(["ok", "degraded"]) }),
  backlog: z.object({ events: z.number(), oldestSeconds: z.number() }),
});

export type EventPipeline = Awaited<ReturnType<typeof openEventPipeline>>;

export async function openEventPipeline() {
  const dataDirectory = temporaryDataDirectory();
  const [databases, ports, serverProgram, clickHouseProgram] = await Promise.all([
    cloneDatabases(inject("postgresUrl")),
    choosePorts(),
    bundleServerProgram(),
    bundleClickHouseProgram(),
  ]);
  const clickHouse = new KeptProcess((isAgain) =>
    forkClickHouse(clickHouseProgram, dataDirectory, isAgain ? ["--same-port"] : []),
  );
  await clickHouse.start();
  const clickHouseUrl = clickHouseUrlIn(clickHouse.announced);
  const env = testEnv({ ...databases, productionEventsUrl: clickHouseUrl, sandboxEventsUrl: clickHouseUrl });
  openStores(env);
  const place = { databaseUrl: databases.sandboxUrl, dataDirectory, ports, clickHouseUrl };
  const server = new KeptProcess(() => forkServer(serverProgram, env, ENVIRONMENT, place));
  await server.start();
  return {
    server,
    clickHouse,
    clickHouseUrl,
    dataDirectory,
    spoolDirectory: join(dataDirectory, "events", ENVIRONMENT, "api-server"),
    /** A new organization, and what may be asked for it. */
    join: async () => {
      const tenant = tenantOf(ENVIRONMENT, await addOrganization("Acme"));
      const { secret } = await mint(env, tenant);
      return new PipelineCaller(tenant, secret, `http://127.0.0.1:${ports.MINTKEY_SANDBOX_API_PORT}`);
    },
    close: async () => {
      await server.stop();
      await clickHouse.stop();
      await closeStores();
      await databases.drop();
      for (const program of [serverProgram, clickHouseProgram]) program.remove();
      removeDataDirectory(dataDirectory);
    },
  };
}

export type ListedEvents = z.output<typeof eventPage>["data"];

/** One organization's client. */
export class PipelineCaller {
  constructor(
    readonly tenant: Tenant,
    private readonly secret: string,
    private readonly url: string,
  ) {}

  /** Rejects when no answer comes. */
  async call(method: string, path: string, sent: Sent = {}): Promise<Answer> {
    const { headers, body } = headersOf({ secret: this.secret, ...sent });
    return answerOf(await fetch(this.url + path, { method, headers, body }));
  }

  async health() {
    return health.parse((await this.call("GET", "/v1/health/ready")).json);
  }

  /** Returns once everything that was accepted is stored. */
  async drained(): Promise<void> {
    await vi.waitUntil(
      async () => {
        const { checks, backlog } = await this.health();
        return checks.eventStore === "ok" && backlog.events === 0;
      },
      { timeout: DRAINED_WITHIN_MS, interval: 50 },
    );
  }

  /** Every event between the instants, page by page. */
  async events(start: Date, end: Date): Promise<ListedEvents> {
    const range = `start=${start.toISOString()}&end=${end.toISOString()}`;
    return this.all(`/v1/events?${range}`, (json) => eventPage.parse(json));
  }

  rejected() {
    return this.all("/v1/events/rejected?", (json) => rejectedEventPage.parse(json));
  }

  async usage(query: string) {
    return usageAnswer.parse((await this.call("GET", `/v1/usage?${query}`)).json).data;
  }

  private async all<Item>(path: string, pageOf: (json: unknown) => Page<Item>): Promise<Item[]> {
    const items: Item[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const position = cursor === "" ? "" : `&cursor=${cursor}`;
      const page = pageOf((await this.call("GET", `${path}&limit=100${position}`)).json);
      items.push(...page.data);
      if (page.nextCursor === null && items.length !== page.total)
        throw new Error(`${path} lists ${items.length} of ${page.total}`);
      cursor = page.nextCursor;
    }
    return items;
  }
}

type Page<Item> = { readonly data: Item[]; readonly total: number; readonly nextCursor: string | null };
