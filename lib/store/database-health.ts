import type { Environment } from "@/lib/domain/environment";
import { environmentStore } from "./connections";
import { rowOf } from "./sql";

const FRESH_MS = 500;
let last: { environment: Environment; askedMs: number; up: Promise<boolean> } | null = null;

/** Whether the environment's database answers. Asked at most twice a second: the endpoint is open to everybody. */
export function isDatabaseUpAcrossTenants(environment: Environment): Promise<boolean> {
  const nowMs = performance.now();
  if (last && last.environment === environment && nowMs - last.askedMs < FRESH_MS) return last.up;
  const up = rowOf(environmentStore(environment).pool, "SELECT 1 AS up").then(
    () => true,
    () => false,
  );
  last = { environment, askedMs: nowMs, up };
  return up;
}
