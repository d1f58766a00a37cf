import type { Pool, PoolClient, QueryResultRow } from "pg";
import { DomainError, unavailable } from "@/lib/domain/errors";

/** What runs a statement: a pool, or the connection of one transaction. */
export type Queryable = {
  query<Row extends QueryResultRow>(statement: {
    name: string;
    text: string;
    values: unknown[];
    query_timeout?: number;
  }): Promise<{ rows: Row[] }>;
};

/** The connection of one open transaction. */
export type Transaction = PoolClient;

const names = new Map<string, string>();

/**
 * Runs one statement as a named one, so that each connection parses and plans it once.
 * Texts must come from the code: a text with a value in it would fill the server's memory with plans.
 */
export async function rowsOf<Row extends QueryResultRow>(
  on: Queryable,
  text: string,
  values: unknown[] = [],
  timeoutMs?: number,
): Promise<Row[]> {
  let name = names.get(text);
  if (!name) {
    name = `mintkey_${names.size}`;
    names.set(text, name);
  }
  try {
    const timeout = timeoutMs === undefined ? {} : { query_timeout: timeoutMs };
    return (await on.query<Row>({ name, text, values, ...timeout })).rows;
  } catch (error) {
    throw isAway(error) ? unavailable(error) : error;
  }
}

export async function rowOf<Row extends QueryResultRow>(
  on: Queryable,
  text: string,
  values: unknown[] = [],
  timeoutMs?: number,
): Promise<Row | null> {
  return (await rowsOf<Row>(on, text, values, timeoutMs))[0] ?? null;
}

/**
 * A statement that goes out together with those after it: its outcome is asked for later, or by the failure of the next.
 * Only on connections of a pipelining pool; elsewhere it would wait for its turn.
 */
export function sent<Result>(statement: Promise<Result>): Promise<Result> {
  statement.catch(() => undefined);
  return statement;
}

/** Runs `work` in one transaction: all of it is stored, or nothing. */
export async function inTransaction<Result>(pool: Pool, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  const tx = await pool.connect().catch((error: unknown) => {
    throw isAway(error) ? unavailable(error) : error;
  });
  let broken: Error | undefined;
  // A pool listens to its idle connections only: unheard, the loss of this one would end the process.
  const onLost = (error: Error) => {
    broken = error;
  };
  tx.on("error", onLost);
  try {
    const begun = sent(rowsOf(tx, "BEGIN"));
    const result = await work(tx);
    await begun;
    await rowsOf(tx, "COMMIT");
    return result;
  } catch (error) {
    await tx.query("ROLLBACK").catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    if (!broken) tx.off("error", onLost);
    tx.release(broken);
  }
}

export const UNIQUE_VIOLATION = "23505";
const LOCK_NOT_AVAILABLE = "55P03";

/** The constraint that refused a row, or null when the error is another one. */
export function violatedConstraint(error: unknown): string | null {
  const { code, constraint } = databaseErrorOf(error);
  return code === UNIQUE_VIOLATION ? (constraint ?? "") : null;
}

// Class 08: connection, but 08P01, which is a fault of ours; 57P: shut down or starting; 53: out of resources;
// 57014: cancelled by the statement timeout.
const AWAY = /^08(?!P01)|^57P|^53|^57014$|^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH)$/;
const AWAY_MESSAGE =
  /timeout exceeded when trying to connect|Connection terminated|Query read timeout|Client has encountered a connection error|Connection ended/i;

/** Whether an error says that the database cannot be used now, rather than that the statement was wrong. */
export function isAway(error: unknown): boolean {
  const { code, message } = databaseErrorOf(error);
  return (code !== undefined && AWAY.test(code)) || AWAY_MESSAGE.test(message);
}

export const isUnavailable = (error: unknown): boolean =>
  error instanceof DomainError && error.code === "SERVICE_UNAVAILABLE";

/** Whether a statement gave up because another transaction holds what it needs. */
export const failedToLock = (error: unknown): boolean => databaseErrorOf(error).code === LOCK_NOT_AVAILABLE;

function databaseErrorOf(error: unknown): { code?: string; constraint?: string; message: string } {
  if (!(error instanceof Error)) return { message: String(error) };
  const text = (name: string) => {
    const value: unknown = Reflect.get(error, name);
    return typeof value === "string" ? value : undefined;
  };
  return { code: text("code"), constraint: text("constraint"), message: error.message };
}
