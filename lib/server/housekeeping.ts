import type { Environment } from "@/lib/domain/environment";
import { describeError, log } from "@/lib/log";
import { deleteOldAnswersAcrossTenants } from "@/lib/store/idempotent-answers";
import { deleteSilentServersAcrossTenants } from "@/lib/store/key-changes";

const EVERY_MS = 15 * 60_000;

/** Removes what nobody can ask for any more. Safe in every process at once. */
export function startHousekeeping(environment: Environment): { stop(): void } {
  const tidy = async () => {
    try {
      await deleteOldAnswersAcrossTenants(environment, new Date());
      await deleteSilentServersAcrossTenants(environment);
    } catch (error) {
      log.warn("Housekeeping is tried again later", { environment, error: describeError(error) });
    }
  };
  const timer = setInterval(() => void tidy(), EVERY_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
