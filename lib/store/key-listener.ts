import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import type { Environment } from "@/lib/domain/environment";
import { describeError, log } from "@/lib/log";
import { environmentStore } from "./connections";
import { KEY_CHANGES_CHANNEL } from "./key-changes";

const HEARTBEAT_MS = 1_000;
/** Below the lease, so that a connection that hangs is given up before it could matter. */
const ANSWER_TIMEOUT_MS = 1_500;
const RECONNECT_MS = [50, 100, 250, 500, 1_000] as const;

/** Usage events that a process accepted and has not handed on, and when it accepted the oldest. */
export type ServerBacklog = { readonly events: number; readonly since: Date | null };

export type KeyListenerEvents = {
  /** A key changed; afterwards this process must not use what it held of it. */
  changed: (generation: bigint, keyId: string) => void;
  /** A heartbeat asked for at `askedMs` (monotonic) came back: up to `generation` nothing may be unknown any more. */
  renewed: (generation: bigint, askedMs: number) => void;
  /** What the heartbeat tells beside. */
  backlog: () => ServerBacklog;
};

export type KeyListener = {
  /** Under which this process is listed among the servers. */
  readonly serverId: string;
  stop(): Promise<void>;
};

type Identity = { environment: Environment; serverId: string; kind: string };

/**
 * Hears every key change and says so. The heartbeat travels on the listening connection itself, so a process that
 * cannot hear cannot renew; the listening begins before the first heartbeat, so nothing falls between.
 */
export function startKeyListener(environment: Environment, kind: string, events: KeyListenerEvents): KeyListener {
  const identity = { environment, serverId: randomUUID(), kind };
  const stopping = new AbortController();
  const running = keepListening(identity, events, stopping.signal);
  return {
    serverId: identity.serverId,
    async stop() {
      stopping.abort();
      await running;
      await environmentStore(environment)
        .pool.query("DELETE FROM servers WHERE id = $1", [identity.serverId])
        .catch((error: unknown) => log.warn("Could not sign off a server", { error: describeError(error) }));
    },
  };
}

async function keepListening(identity: Identity, events: KeyListenerEvents, stopping: AbortSignal): Promise<void> {
  let failures = 0;
  while (!stopping.aborted) {
    const startedMs = performance.now();
    try {
      await listenOnce(identity, events, stopping);
    } catch (error) {
      log.warn("Lost the key change connection", { environment: identity.environment, error: describeError(error) });
    }
    failures = performance.now() - startedMs > 5_000 ? 0 : failures + 1;
    await sleep(RECONNECT_MS[Math.min(failures, RECONNECT_MS.length) - 1] ?? RECONNECT_MS[0], stopping);
  }
}

async function listenOnce(identity: Identity, events: KeyListenerEvents, stopping: AbortSignal): Promise<void> {
  const client = new pg.Client({
    connectionString: environmentStore(identity.environment).databaseUrl,
    connectionTimeoutMillis: ANSWER_TIMEOUT_MS,
    query_timeout: ANSWER_TIMEOUT_MS,
    keepAlive: true,
    application_name: "mintkey-key-changes",
  });
  const lost = new Promise<never>((_, reject) => {
    client.on("error", reject);
    client.on("end", () => reject(new Error("the connection ended")));
  });
  lost.catch(() => undefined);
  const beat = heartbeatOn(client, identity, events);
  try {
    await client.connect();
    await client.query("SET synchronous_commit = off");
    await client.query(`LISTEN ${KEY_CHANGES_CHANNEL}`);
    while (!stopping.aborted) {
      await Promise.race([beat(), lost]);
      await Promise.race([sleep(HEARTBEAT_MS, stopping), lost]);
    }
  } finally {
    await Promise.race([client.end(), pause(500)]).catch(() => undefined);
  }
}

/** Beats when asked, and at once when a change was heard: the beat carries the generation that this process has applied. */
function heartbeatOn(client: pg.Client, { serverId, kind }: Identity, events: KeyListenerEvents): () => Promise<void> {
  let applied = 0n;
  let reported = 0n;
  let beating: Promise<void> | null = null;

  const beatOnce = async (): Promise<void> => {
    const askedMs = performance.now();
    const reporting = applied;
    const backlog = events.backlog();
    const { rows } = await client.query<{ generation: string }>({
      name: "heartbeat",
      text: HEARTBEAT,
      values: [serverId, kind, reporting.toString(), backlog.events, backlog.since],
    });
    const generation = BigInt(rows[0]?.generation ?? 0);
    events.renewed(generation, askedMs);
    if (generation > applied) applied = generation;
    reported = reporting;
  };
  // A storm of changes costs one beat each time one comes back, not one each.
  const beatUntilReported = async (): Promise<void> => {
    do await beatOnce();
    while (reported < applied);
  };
  const beat = (): Promise<void> => {
    beating ??= beatUntilReported().finally(() => {
      beating = null;
    });
    return beating;
  };
  client.on("notification", ({ payload }) => {
    const change: { generation: string; keyId: string } = JSON.parse(payload ?? "{}");
    const generation = BigInt(change.generation);
    events.changed(generation, change.keyId);
    if (generation > applied) applied = generation;
    beat().catch(() => client.end().catch(() => undefined));
  });
  return beat;
}

const sleep = (ms: number, stopping: AbortSignal): Promise<void> =>
  pause(ms, undefined, { signal: stopping }).catch(() => undefined);

// The generation in the answer is read in the same snapshot: a renewed lease never leaves an older change unknown.
const HEARTBEAT = `
  WITH beat AS (
    INSERT INTO servers (id, kind, started_at, last_heartbeat_at, applied_generation, backlog_events, backlog_since)
    VALUES ($1, $2, clock_timestamp(), clock_timestamp(), $3, $4, $5)
    ON CONFLICT (id) DO UPDATE SET last_heartbeat_at = clock_timestamp(), applied_generation = greatest(servers.applied_generation, $3),
      backlog_events = $4, backlog_since = $5
  )
  SELECT value AS generation FROM key_generation WHERE id = 1`;
