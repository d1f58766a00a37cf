// A process that bills everything there is at a time that never comes by itself, and says when it is about to write.
import { readEnv } from "@/lib/env";
import { runBilling } from "@/lib/operations/run-billing";
import { openStores } from "./stores";

openStores(readEnv());
process.send?.("ready");
process.once("message", (now) => {
  runBilling("production", new Date(String(now))).then(
    (run) => process.send?.({ finalized: run.finalized, failures: run.failures.length }, () => process.exit(0)),
    () => process.exit(1),
  );
});
