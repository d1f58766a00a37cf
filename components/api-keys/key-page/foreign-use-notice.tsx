import Link from "next/link";
import { buttonClass } from "@/components/ui/button-class";
import { Notice } from "@/components/ui/notice";
import type { ForeignUseJson } from "@/lib/dashboard-api/schemas/requests";
import { environmentName, formatNumber } from "@/lib/format";
import { requestsPath } from "@/lib/paths";

/** A client has the key of the wrong environment. A production key there is worse: it lies where sandbox keys belong. */
export function ForeignUseNotice({ use }: { use: ForeignUseJson }) {
  const { environment, requests, lastAddress } = use;
  const isProductionKey = environment === "sandbox";
  const times = requests === 1 ? "once" : `${formatNumber(requests)} times`;
  return (
    <Notice
      tone={isProductionKey ? "danger" : "warning"}
      action={
        <Link
          href={requestsPath(environment, { status: "401", address: lastAddress, refused: true })}
          className={buttonClass()}
        >
          Show requests
        </Link>
      }
    >
      {isProductionKey ? <p className="font-medium">A production key is in use in a sandbox client.</p> : null}
      <p className="[overflow-wrap:anywhere]">
        Sent to {environment} {times} in 24 hours, last from {lastAddress ?? "an unknown address"}.{" "}
        {environmentName(environment)} refused it.
      </p>
    </Notice>
  );
}
