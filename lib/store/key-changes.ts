// Revocation that is true when the call returns. Every change to what a key may do raises one counter, whose row lock puts
// the commits in order. Each process that holds keys in memory reports the generation it has applied; the call waits for all.
import { setTimeout as pause } from "node:timers/promises";
import type { Receipt } from "@/lib/domain/api-key";
import type { Environment, Tenant } from "@/lib/domain/environment";
import { environmentStore } from "./connections";
import { rowOf, rowsOf, type Transaction } from "./sql";

export const KEY_CHANGES_CHANNEL = "key_changes";
/** How long a process may trust its memory without a fresh heartbeat. */
export const LEASE_MS = 2_000;
/** Covers the timers' grain; the bound itself is the lease. */
const LEASE_MARGIN_MS = 50;
/** A process silent for longer is gone: whatever it held has run out, and nobody waits for it. */
const SILENT_MS = 5_000;
const POLL_MS = 3;
const SLOW_POLL_MS = 25;

/** NOTIFY inside the transaction: Postgres delivers it on commit or not at all. Returns the change's generation. */
export async function announceKeyChange(tenant: Tenant, tx: Transaction, keyId: string): Promise<bigint> {
  const row = await rowOf<{ value: string }>(
    tx,
    "UPDATE key_generation SET value = value + 1 WHERE id = 1 RETURNING value",
  );
  if (!row) throw new Error("Invariant broken: the generation row exists");
  await rowsOf(tx, "SELECT pg_notify($1, $2)", [
    KEY_CHANGES_CHANNEL,
    JSON.stringify({ generation: row.value, keyId, organizationId: tenant.organizationId }),
  ]);
  return BigInt(row.value);
}

/**
 * Returns once no server can accept what was taken away: every live one has confirmed, or its lease has run out.
 * A lease granted without knowledge of the change was asked for before the commit, so it ends at most `LEASE_MS` after it,
 * whatever the clocks of the machines say.
 */
export async function awaitKeyChange(
  tenant: Tenant,
  generation: bigint,
  startedAt: Date,
  startedMs: number,
): Promise<Receipt> {
  const committedMs = performance.now();
  let counted = { expected: 0, confirmed: 0 };
  let confirmedMs = 0;
  for (;;) {
    const next = await countServers(tenant.environment, generation);
    const nowMs = performance.now();
    if (next.confirmed > counted.confirmed) confirmedMs = Math.round(nowMs - startedMs);
    counted = next;
    const waitedMs = nowMs - committedMs;
    if (counted.confirmed >= counted.expected || waitedMs >= LEASE_MS + LEASE_MARGIN_MS) break;
    await pause(waitedMs < 30 ? POLL_MS : SLOW_POLL_MS);
  }
  const elapsedMs = Math.round(performance.now() - startedMs);
  return {
    effectiveAt: new Date(startedAt.getTime() + elapsedMs),
    serversConfirmed: counted.confirmed,
    serversExpected: counted.expected,
    elapsedMs,
    confirmedMs,
  };
}

export type ServerHeartbeat = {
  readonly id: string;
  readonly kind: string;
  readonly startedAt: Date;
  readonly lastHeartbeatAt: Date;
  /** Usage events that it accepted and had not handed on, and when it accepted the oldest. */
  readonly backlogEvents: number;
  readonly backlogSince: Date | null;
};

/** The processes that hold keys of this environment in memory. */
export async function listServersAcrossTenants(environment: Environment): Promise<ServerHeartbeat[]> {
  return rowsOf<ServerHeartbeat>(
    environmentStore(environment).pool,
    `SELECT id, kind, started_at AS "startedAt", last_heartbeat_at AS "lastHeartbeatAt",
       backlog_events::float8 AS "backlogEvents", backlog_since AS "backlogSince" FROM servers
     WHERE last_heartbeat_at > clock_timestamp() - interval '${SILENT_MS} milliseconds' ORDER BY started_at LIMIT 1000`,
  );
}

/** Forgets processes that died without signing off, long after anybody would wait for them. */
export async function deleteSilentServersAcrossTenants(environment: Environment): Promise<void> {
  await rowsOf(
    environmentStore(environment).pool,
    "DELETE FROM servers WHERE last_heartbeat_at < clock_timestamp() - interval '1 hour'",
  );
}

async function countServers(
  environment: Environment,
  generation: bigint,
): Promise<{ expected: number; confirmed: number }> {
  const row = await rowOf<{ expected: number; confirmed: number }>(
    environmentStore(environment).pool,
    `SELECT count(*)::int AS expected, count(*) FILTER (WHERE applied_generation >= $1)::int AS confirmed FROM servers
     WHERE last_heartbeat_at > clock_timestamp() - interval '${SILENT_MS} milliseconds'`,
    [generation],
  );
  return row ?? { expected: 0, confirmed: 0 };
}
