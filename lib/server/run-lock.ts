import { join } from "node:path";
import { takeLock } from "@/scripts/process-lock.mjs";
import { StartError } from "./start-error";

export type RunLock = {
  /** The previous holder died without releasing it: parts of it may still be on their way out. */
  takenOver: boolean;
  release: () => void;
};

/** One supervisor per data directory: two would start two databases over the same files. */
export function takeRunLock(dataDirectory: string): RunLock {
  const attempt = takeLock(join(dataDirectory, "run.lock"));
  if (attempt.taken) return { takenOver: attempt.stale, release: attempt.release };
  throw new StartError(
    `Mintkey is already running from this data directory (process ${attempt.holder}). Stop it, or set MINTKEY_DATA_DIR.`,
  );
}
